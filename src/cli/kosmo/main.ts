// The `kosmo` program: standard input and output, the environment, and the assets that lie beside it.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { loadAssets } from './assets.ts'
import { runKosmo } from './run-kosmo.ts'

const stop = new AbortController()
process.once('SIGINT', () => {
  stop.abort()
})

process.exitCode = await runKosmo(
  process.argv.slice(2),
  {
    out: (part) => process.stdout.write(part),
    err: (part) => process.stderr.write(part),
    readInput: () => (process.stdin.isTTY ? Promise.resolve(null) : text(process.stdin)),
    readFile: (path) => readFile(path),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askAtTerminal : null,
    env: process.env,
    signal: stop.signal,
  },
  () => loadAssets(import.meta.dirname),
)

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question, { signal: stop.signal })
  } finally {
    terminal.close()
  }
}
