// Entry of a worker in the frame: gives up every browser interface that it does not need before it runs a script.
import { dropGlobals } from './drop-globals.ts'
import { createScriptWorker } from './script-worker.ts'
import { type FromWorker, ToWorker } from './worker-protocol.ts'

/** What Lua and its WebAssembly glue call; nothing here reaches a network or a store. */
const KEEP = new Set(['performance', 'crypto', 'console', 'TextEncoder', 'TextDecoder', 'setTimeout', 'clearTimeout'])

const send = postMessage.bind(globalThis) as (message: FromWorker) => void
const handle = createScriptWorker(send, () => dropGlobals(globalThis, KEEP))

addEventListener('message', (event: MessageEvent) => {
  const order = ToWorker.safeParse(event.data)
  if (order.success) handle(order.data)
  else send({ type: 'failed', message: String(order.error).slice(0, 2000) })
})
