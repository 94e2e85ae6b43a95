// Runs an attempt to escape, or the honest script, in a runtime of Node: with pinned clock and seed, and a host that answers with the call.
import { type Host } from '../../contract/host.ts'
import { LIMITS } from '../../contract/limits.ts'
import { type RunResult } from '../../contract/run.ts'
import { createInputs, gatherRun } from '../gather.ts'
import { type LuaRuntime } from '../runtime.ts'
import { sampleIndex } from '../sample-index.ts'

/** The calls that one attempt may make: it uses a feature for every name that there is. */
export const ATTEMPT_LIMITS = { callsPerRun: 1000 }
/** The same as those of the sample runs in a browser. */
const PINS = { clock: 1_700_000_000_000, seed: 7 }

/** What a run came to, in the words of an attempt. */
export function describeEnd(result: RunResult): string {
  return result.ok ? result.values.map(({ text }) => text).join(' ') : `failed: ${result.problem.message}`
}

export async function runAttempt(script: string, runtime: LuaRuntime) {
  const calls: string[] = []
  const host: Host = (operation, payload) => {
    if (operation === 'call') calls.push((JSON.parse(payload) as { function: string }).function)
    return Promise.resolve({ ok: true, text: payload })
  }
  const inputs = createInputs(script, { index: sampleIndex, ...PINS, limits: { ...LIMITS, ...ATTEMPT_LIMITS } })
  const { output, result } = await gatherRun(runtime, inputs, host)
  return { ends: describeEnd(result), prints: output, calls, memoryBytes: result.memoryBytes }
}
