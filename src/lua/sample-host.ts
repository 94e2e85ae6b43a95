// The outside of the sample index, for tests: `value` answers "R", `fail` fails, `echo` gives back its arguments.
import { Call, type CallOutcome } from '../contract/call.ts'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'

/** @param value - JSON text that `value` answers */
export function answerSample(call: Call, value = '"R"'): CallOutcome {
  const rest = { account: null, exchanges: [] }
  if (call.function === 'fail') return { ok: false, error: callError('not_found', 'nothing there'), ...rest }
  return { ok: true, value: call.function === 'echo' ? call.arguments : value, ...rest }
}

/** A host that takes its time: never in the same turn. */
export function createSampleHost(value?: string): Host {
  return async (_operation, payload) => {
    await new Promise((resolve) => setTimeout(resolve))
    const outcome = answerSample(Call.parse(JSON.parse(payload)), value)
    return outcome.ok ? { ok: true, text: outcome.value } : { ok: false, error: outcome.error }
  }
}
