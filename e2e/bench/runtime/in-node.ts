// The product's runtime in Node, as `npm run lua` and `kosmo` have it: fresh state, limits on.
import { startThreadClock } from '../../setup/thread-clock.ts'
import { callError } from '../../../src/contract/errors.ts'
import { loadWasm } from '../../../src/cli/load-wasm.ts'
import { createInputs, gatherRun } from '../../../src/lua/gather.ts'
import { loadRuntime } from '../../../src/lua/runtime.ts'

export interface NodeRuntime {
  /** Runs a script to its end; what it printed, and the milliseconds that the run took, on the clock and of the thread. */
  run(source: string): Promise<{ output: string; ms: number; cpuMs: number }>
}

export async function startNode(): Promise<NodeRuntime> {
  const runtime = await loadRuntime(await loadWasm())
  const refuse = () => Promise.resolve({ ok: false as const, error: callError('offline', 'no host') })
  return {
    async run(source) {
      const began = performance.now()
      const readClock = startThreadClock()
      const { output, result } = await gatherRun(runtime, createInputs(source), refuse)
      const ms = performance.now() - began
      const cpuMs = readClock()
      if (!result.ok) throw new Error(result.problem.message)
      return { output, ms, cpuMs }
    },
  }
}
