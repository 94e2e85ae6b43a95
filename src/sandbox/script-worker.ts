// What a worker does, in a browser as in Node: it loads Lua, then runs one script, or checks any number.
import { type HostReply } from '../contract/host.ts'
import { loadRuntime, type LuaRuntime } from '../lua/runtime.ts'
import { type ScriptInputs } from '../lua/session.ts'
import { createOutputBatch } from './output-batch.ts'
import { type FromWorker, type ToWorker } from './worker-protocol.ts'

/** What a worker is told; the source of a script that is run in Node may be bytes. */
export type WorkerOrder = Exclude<ToWorker, { type: 'run' }> | { type: 'run'; inputs: ScriptInputs }

/** @param onLoad called when Lua is loaded: what it needed of the realm is not needed any more; runs wait for its end */
export function createScriptWorker(
  send: (message: FromWorker) => void,
  onLoad: (lua: LuaRuntime) => void | Promise<void>,
): (order: WorkerOrder) => void {
  const now = performance.now.bind(performance)
  const waiting = new Map<number, (reply: HostReply) => void>()
  let asked = 0
  let printed = 0
  let runtime = Promise.withResolvers<LuaRuntime>()

  async function handle(order: WorkerOrder): Promise<void> {
    switch (order.type) {
      case 'load':
        return load(order.module)
      case 'run':
        return runScript(await runtime.promise, order.inputs)
      case 'check':
        return send({ type: 'checked', id: order.id, problem: (await runtime.promise).check(order.source) })
      case 'reply':
        waiting.get(order.id)?.(order.reply)
        waiting.delete(order.id)
    }
  }

  async function load(module: WebAssembly.Module): Promise<void> {
    const lua = await loadRuntime(module)
    await onLoad(lua)
    runtime.resolve(lua)
    send({ type: 'loaded' })
  }

  async function runScript(lua: LuaRuntime, inputs: ScriptInputs): Promise<void> {
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

  return (order) => {
    handle(order).catch((error: unknown) => {
      send({ type: 'failed', message: String(error).slice(0, 2000) })
    })
  }
}
