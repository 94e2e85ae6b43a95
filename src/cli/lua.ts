// `npm run lua -- FILE…`: runs Lua files in the runtime, without integrations, and prints what they print.
import { readFile } from 'node:fs/promises'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs } from '../lua/gather.ts'
import { loadRuntime } from '../lua/runtime.ts'
import { loadWasm } from './load-wasm.ts'

const host: Host = (operation) =>
  Promise.resolve({ ok: false, error: callError('offline', `${operation} has no host on the command line`) })

const files = process.argv.slice(2)
if (!files.length) {
  process.stderr.write('usage: npm run lua -- FILE…\n')
  process.exit(2)
}
const runtime = await loadRuntime(await loadWasm())
for (const file of files) {
  const source = await readSource(file)
  if (source === undefined) continue
  const result = await runtime.run(createInputs(source), host, (text) => process.stdout.write(text))
  if (result.ok) continue
  const trace = result.problem.traceback.map((frame) => `\n  ${frame.text}`).join('')
  process.stderr.write(`${result.problem.message}${trace}\n`)
  process.exitCode = 1
  if (runtime.dead) break
}

/** Says on a line of its own why a file gives no source. */
async function readSource(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    process.stderr.write(`${path} cannot be read: ${reason}.\n`)
    process.exitCode = 1
    return undefined
  }
}
