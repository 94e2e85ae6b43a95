// Entry of a worker: loads Lua, gives up every browser interface it does not need, then runs one script.
import { type HostReply } from '../contract/host.ts'
import { type RunInputs } from '../contract/run.ts'
import { loadRuntime, type LuaRuntime } from '../lua/runtime.ts'
import { dropGlobals } from './drop-globals.ts'
import { createOutputBatch } from './output-batch.ts'
import { type FromWorker, ToWorker } from './worker-protocol.ts'

/** What Lua and its WebAssembly glue call; nothing here reaches a network or a store. */
const KEEP = new Set(['performance', 'crypto', 'console', 'TextEncoder', 'TextDecoder', 'setTimeout', 'clearTimeout'])

const send = postMessage.bind(globalThis) as (message: FromWorker) => void
const now = performance.now.bind(performance)
const waiting = new Map<number, (reply: HostReply) => void>()
let asked = 0
let printed = 0
let runtime = Promise.withResolvers<LuaRuntime>()

addEventListener('message', (event: MessageEvent) => {
  handle(ToWorker.parse(event.data)).catch((error: unknown) => {
    send({ type: 'failed', message: String(error).slice(0, 2000) })
  })
})

async function handle(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'load':
      runtime.resolve(await loadRuntime(message.module))
      dropGlobals(globalThis, KEEP)
      return send({ type: 'loaded' })
    case 'run':
      return runScript(await runtime.promise, message.inputs)
    case 'check':
      return send({ type: 'checked', id: message.id, problem: (await runtime.promise).check(message.source) })
    case 'reply':
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
  }
}

async function runScript(lua: LuaRuntime, inputs: RunInputs): Promise<void> {
  // One script per worker: what a hostile one left behind must not meet the next.
  runtime = Promise.withResolvers()
  const output = createOutputBatch((text) => send({ type: 'output', seq: printed++, text }), now)
  const result = await lua.run(
    inputs,
    (operation, payload) => {
      output.flush()
      const id = asked++
      const { promise, resolve } = Promise.withResolvers<HostReply>()
      waiting.set(id, resolve)
      send({ type: 'host', id, operation, payload })
      return promise
    },
    output.add,
  )
  output.flush()
  send({ type: 'done', result })
}
