// Entry of a worker in the frame: gives up every browser interface that it does not need before it runs a script.
import { createInputs } from '../lua/gather.ts'
import { type LuaRuntime } from '../lua/runtime.ts'
import { dropGlobals } from './drop-globals.ts'
import { createScriptWorker } from './script-worker.ts'
import { type FromWorker, ToWorker } from './worker-protocol.ts'

/** What Lua and its WebAssembly glue call; nothing here reaches a network or a store. */
const KEEP = new Set(['performance', 'crypto', 'console', 'TextEncoder', 'TextDecoder', 'setTimeout', 'clearTimeout'])

const send = postMessage.bind(globalThis) as (message: FromWorker) => void
const handle = createScriptWorker(send, (lua) => {
  dropGlobals(globalThis, KEEP)
  return warmUp(lua)
})

/** Fills 16 MiB of memory: whatever a script allocates first is the system's until it is touched, page by page. */
const WARM_UP = "local text = ('x'):rep(1 << 16):rep(1 << 7)"

/** A spare has time to compile, and to get the memory, that its script would wait for. */
async function warmUp(lua: LuaRuntime): Promise<void> {
  const refuse = () => Promise.reject(new Error('Nothing asks.'))
  await lua.run(createInputs(WARM_UP), refuse, () => undefined)
}

addEventListener('message', (event: MessageEvent) => {
  const order = ToWorker.safeParse(event.data)
  if (order.success) handle(order.data)
  else send({ type: 'failed', message: String(order.error).slice(0, 2000) })
})
