// `npm run lua -- [-e STATEMENT]… FILE…`: runs plain Lua files, each in a state of its own, without integrations.
import { dirname } from 'node:path'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs } from '../lua/gather.ts'
import { loadWasm } from './load-wasm.ts'
import { readLua } from './read-lua.ts'
import { runWatched } from './thread/run-watched.ts'
import { startThread } from './thread/start-thread.ts'

const host: Host = (operation) =>
  Promise.resolve({ ok: false, error: callError('offline', `${operation} has no host on the command line`) })

// npm runs scripts in the folder of the package; files are named from where the command was typed.
const home = (process.env.npm_lifecycle_event === 'lua' && process.env.INIT_CWD) || process.cwd()

const { files, statements } = readArguments(process.argv.slice(2))
if (!files.length) {
  process.stderr.write('usage: npm run lua -- [-e STATEMENT]… FILE…\n')
  process.exit(2)
}
// Whoever read the output has closed it, as `head` does: nobody is there to go on for.
process.stdout.on('error', () => process.exit(1))
const wasm = loadWasm()
const stop = new AbortController()
process.once('SIGINT', () => {
  stop.abort()
})
for (const file of files) {
  const source = readLua(file, home)
  if (!(source instanceof Uint8Array)) {
    process.stderr.write(`${file} cannot be read: ${source.reason}.\n`)
    process.exitCode = 1
    continue
  }
  const result = await runWatched({
    thread: startThread(wasm),
    inputs: { ...createInputs(source), files: { script: file, folder: dirname(file), home, statements } },
    host,
    print: (text) => process.stdout.write(text),
    signal: stop.signal,
  })
  if (result.ok) continue
  const trace = result.problem.traceback.map((frame) => `\n  ${frame.text}`).join('')
  // Every script is called main.lua in its messages.
  const head = files.length > 1 ? `${file} failed:\n` : ''
  process.stderr.write(`${head}${result.problem.message}${trace}\n`)
  process.exitCode = 1
  if (result.problem.kind === 'crashed' || stop.signal.aborted) break
}

function readArguments(given: string[]): { files: string[]; statements: string } {
  const files: string[] = []
  const statements: string[] = []
  for (let at = 0; at < given.length; at++) {
    if (given[at] === '-e') statements.push(given[++at] ?? '')
    else files.push(given[at]!)
  }
  return { files, statements: statements.join('\n') }
}
