// A Live run as its page would drive it, with every field open to being wrong.
import { type Answer, type Caller, SCRIPT } from '../../server/api/testing/caller.ts'

export interface CallInput {
  run: string
  script: string
  number: number
  integration: string
  function: string
  account: string | null
  arguments: string
  approval: string | null
}

export async function startRun(caller: Caller, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await caller.ask('runs.start', { script: SCRIPT, origin: 'mine', catalog: 'fixture', ...more })
  if (answer.status !== 200) throw new Error(`runs.start answered ${answer.text}`)
  return answer.data.run as string
}

/** A write on the account `main`; the differences make it another call. */
export function describeWrite(run: string, differences: Partial<CallInput> = {}): CallInput {
  return {
    run,
    script: SCRIPT,
    number: 1,
    integration: 'alpha',
    function: 'put',
    account: 'main',
    arguments: '{"key":"a","value":"1"}',
    approval: null,
    ...differences,
  }
}

export function makeCall(caller: Caller, call: CallInput, headers?: Record<string, string | undefined>) {
  return caller.ask('calls.make', call, headers)
}

/** Makes a write that asks, and decides the question. Answers the call as it may now be repeated. */
export async function askAndDecide(caller: Caller, call: CallInput, decision: 'once' | 'run' | 'deny' | null) {
  const asked = await makeCall(caller, call)
  const approval = asked.data?.approval?.id as string | undefined
  if (!approval) throw new Error(`The call asked nothing: ${asked.text}`)
  if (decision) {
    const decided = await caller.ask('approvals.decide', { approval, decision })
    if (decided.status !== 200) throw new Error(`approvals.decide answered ${decided.text}`)
  }
  return { ...call, approval }
}

/** The error code of an answer, whether the call or the whole request was refused; undefined when it went through. */
export function codeOf(answer: Answer): string | undefined {
  return (answer.error?.code ?? answer.data?.error?.code) as string | undefined
}
