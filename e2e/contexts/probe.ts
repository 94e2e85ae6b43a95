// The integration that the programs call: `value` gives "R", `fail` is an error, `echo` gives back its arguments.
import { type Call, type CallOutcome } from '../../src/contract/call.ts'
import { callError } from '../../src/contract/errors.ts'

export function answerProbe(call: Call): CallOutcome {
  const rest = { account: null, exchanges: [] }
  if (call.function === 'fail') return { ok: false, error: callError('not_found', 'nothing there'), ...rest }
  return { ok: true, value: call.function === 'echo' ? call.arguments : '"R"', ...rest }
}
