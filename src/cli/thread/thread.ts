// Entry of the thread that runs Lua for the command line: it can be ended from outside, whatever the script does.
import '../older-node.ts'
import { parentPort } from 'node:worker_threads'
import { type ScriptInputs } from '../../lua/session.ts'
import { dropGlobals } from '../../sandbox/drop-globals.ts'
import { createScriptWorker, type WorkerOrder } from '../../sandbox/script-worker.ts'
import { readLuaInside } from '../read-lua.ts'

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
  handle(order.type === 'run' ? { ...order, inputs: addFiles(order.inputs) } : order)
})

/** Lua waits for a file where it stands, so the thread itself reads. */
function addFiles(inputs: ScriptInputs): ScriptInputs {
  const { files } = inputs
  return files ? { ...inputs, files: { ...files, read: (path) => readLuaInside(path, files) } } : inputs
}
