// `npm run lua -- FILE…`: runs Lua files in the runtime, without integrations, and prints what they print.
import { readFile } from 'node:fs/promises'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs } from '../lua/gather.ts'
import { loadWasm } from './load-wasm.ts'
import { describeFileError, trimScript } from './script-text.ts'
import { runWatched } from './thread/run-watched.ts'
import { startThread } from './thread/start-thread.ts'

const host: Host = (operation) =>
  Promise.resolve({ ok: false, error: callError('offline', `${operation} has no host on the command line`) })

const files = process.argv.slice(2)
if (!files.length) {
  process.stderr.write('usage: npm run lua -- FILE…\n')
  process.exit(2)
}
const wasm = loadWasm()
const stop = new AbortController()
process.once('SIGINT', () => {
  stop.abort()
})
for (const file of files) {
  const source = await readSource(file)
  if (source === undefined) continue
  const result = await runWatched({
    thread: startThread(wasm),
    inputs: createInputs(source),
    host,
    print: (text) => process.stdout.write(text),
    signal: stop.signal,
  })
  if (result.ok) continue
  const trace = result.problem.traceback.map((frame) => `\n  ${frame.text}`).join('')
  process.stderr.write(`${result.problem.message}${trace}\n`)
  process.exitCode = 1
  if (result.problem.kind === 'crashed' || stop.signal.aborted) break
}

/** The bytes of a file, which need not be UTF-8. Says on a line of its own why a file gives no source. */
async function readSource(path: string): Promise<Uint8Array | undefined> {
  try {
    return trimScript(await readFile(path))
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${describeFileError(error)}.\n`)
    process.exitCode = 1
    return undefined
  }
}
