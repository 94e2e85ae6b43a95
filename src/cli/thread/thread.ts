// Entry of the thread that runs Lua for the command line: it can be ended from outside, whatever the script does.
import { parentPort } from 'node:worker_threads'
import { dropGlobals } from '../../sandbox/drop-globals.ts'
import { createScriptWorker, type WorkerOrder } from '../../sandbox/script-worker.ts'

/** What Lua, its WebAssembly glue and Node's own messages call. */
const KEEP = new Set(['performance', 'crypto', 'console', 'TextEncoder', 'TextDecoder', 'setTimeout', 'clearTimeout'])

const port = parentPort!
const handle = createScriptWorker(
  (message) => {
    port.postMessage(message)
  },
  () => {
    dropGlobals(globalThis, KEEP)
  },
)
port.on('message', (order: WorkerOrder) => {
  handle(order)
})
