// The `kosmo` program: standard input and output, the environment, and the assets that lie beside it.
import '../older-node.ts'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startThread } from '../thread/start-thread.ts'
import { loadAssets } from './assets.ts'
import { EXIT } from './io.ts'
import { readAll } from './read-all.ts'
import { runKosmo } from './run-kosmo.ts'
import { askAtTerminal, readInput } from './terminal.ts'

/** How long what the command still tells the server may take: that the run is over. */
const LINGER_MS = 2_000

const stop = new AbortController()
let wasm: Promise<WebAssembly.Module> | undefined

function interrupt(): void {
  stop.abort()
}
// A second one ends the program at once.
process.once('SIGINT', interrupt)
process.once('SIGTERM', interrupt)
let isRead = true
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    isRead = false
    interrupt()
    // Whoever read the output has closed it, as `head` does: nobody is there to go on for.
    if (code === 'EPIPE') return
    if (stream === process.stdout) process.stderr.write(`The output cannot be written: ${message}.\n`)
    process.once('exit', () => {
      process.exitCode = EXIT.failed
    })
  })
}

process.exitCode = await runKosmo(
  process.argv.slice(2),
  {
    out: (part) => isRead && process.stdout.write(part),
    err: (part) => isRead && process.stderr.write(part),
    readInput: () => readInput(stop.signal),
    readFile: (path) => readAll(createReadStream(path)),
    ask:
      process.stdin.isTTY && process.stderr.isTTY
        ? (question, signal) => askAtTerminal(question, signal, interrupt)
        : null,
    startLua: () => startThread((wasm ??= loadWasm())),
    env: process.env,
    signal: stop.signal,
  },
  () => loadAssets(import.meta.dirname),
)
setTimeout(() => {
  if (!process.stdout.writableLength) process.exit()
}, LINGER_MS).unref()

async function loadWasm(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(join(import.meta.dirname, 'glue.wasm')))
}
