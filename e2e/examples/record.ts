// Runs every example and writes what it printed, called and returned beside it. `npm run record`.
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { listExamples, runExample } from './run-example.ts'

for (const { name, integration, source, recordingPath } of listExamples()) {
  try {
    const recording = JSON.stringify(await runExample(source), null, 2)
    writeFileSync(recordingPath, await format(recording, { parser: 'json', printWidth: 120 }))
  } catch (error) {
    process.stderr.write(`${integration}/${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
