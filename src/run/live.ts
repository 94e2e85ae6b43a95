// The part of the server's API that a Live run needs.
import { type ApprovalDecision, type CallOutcome } from '../contract/call.ts'
import { type StartedRun } from '../contract/run.ts'
import { type AccountChoice } from '../contract/snippet.ts'

/** Each method rejects with a CallFailure. `signal` aborts the request when the run is stopped. */
export interface LiveApi {
  startRun(
    input: { script: string; origin: 'mine' | 'site'; catalog: string; accounts?: AccountChoice },
    signal: AbortSignal,
  ): Promise<StartedRun>
  finishRun(input: { run: string }): Promise<void>
  makeCall(input: LiveCall, signal: AbortSignal): Promise<CallOutcome>
  decide(input: { approval: string; decision: ApprovalDecision }, signal: AbortSignal): Promise<void>
}

/** One call as it goes to the server. */
export interface LiveCall {
  run: string
  /** Hash of the script, see hashScript. */
  script: string
  number: number
  integration: string
  function: string
  account: string | null
  /** JSON text of the arguments. */
  arguments: string
  /** Id of the approval that this call uses up. */
  approval: string | null
}
