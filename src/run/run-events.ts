// What a run is started with, what it reports while it runs, and how a page steers it.
import { type ApprovalDecision, type ApprovalRequest, type Call, type CallOutcome } from '../contract/call.ts'
import { type Effect } from '../contract/effect.ts'
import { type CallError } from '../contract/errors.ts'
import { type RunLimits, type RunProblem, type RunResult } from '../contract/run.ts'
import { type Mode, type Origin } from '../contract/script.ts'
import { type AccountChoice } from '../contract/snippet.ts'

/** One run, as a page asks for it. */
export interface RunRequest {
  source: string
  mode: Mode
  /** Where the script comes from. A `link` script runs on Demo only, until the reader takes it over. */
  origin: Origin
  /** Demo only: `kept` goes on with the state of this tab (the playground), `fresh` begins with the sample data. */
  demoState?: 'kept' | 'fresh'
  /** Live only: the reader's accounts that stand for the script's own names. */
  accounts?: AccountChoice
  /** Live only: names of the reader's accounts, by integration, as `pairs` lists them in Lua. */
  accountNames?: Record<string, string[]>
  /**
   * Milliseconds since 1970 that os.time() starts from, and the seed of random; null for real ones.
   * Left out: real ones on Live, fixed ones on Demo.
   */
  clock?: number | null
  seed?: number | null
  /** Limits other than those of the page, for tests. */
  limits?: Partial<RunLimits>
  /** Called in order, never after `done`. */
  onEvent(event: RunEvent): void
}

/** One call of a run as the list of calls shows it. Reported again, under the same number, whenever it changes. */
export interface CallRecord {
  /** 1 for the first call of the run. */
  number: number
  call: Call
  /** Null for a function that the catalog does not have. */
  effect: Effect | null
  /** `waiting` is for the reader's decision; `running` for the vendor. */
  status: 'running' | 'waiting' | 'ok' | 'failed'
  /** The account that was used, once it is known. */
  account: string | null
  error: CallError | null
  exchanges: CallOutcome['exchanges']
  /** Milliseconds from the start of the run to the start of the call. */
  startedMs: number
  /** Duration in milliseconds; null until it ended. */
  ms: number | null
  /** JSON text of the result; null until there is one. */
  value: string | null
}

export type RunEvent =
  | { type: 'started'; run: string; mode: Mode }
  /** Text as printed, with its newlines; pieces come several lines at a time. */
  | { type: 'output'; text: string }
  | { type: 'call'; record: CallRecord }
  /** The call with this number waits for {@link RunHandle.decide}. */
  | { type: 'approval'; number: number; approval: ApprovalRequest }
  | { type: 'done'; result: RunResult }

export interface RunHandle {
  /** Ends the run at once; `finished` then holds a problem of kind `stopped`. No effect on an ended run. */
  stop(): void
  /** Answers an approval by its id. Unknown ids and second answers are ignored. */
  decide(approval: string, decision: ApprovalDecision): void
  /** Never rejects: every failure is a RunResult. */
  finished: Promise<RunResult>
}

export interface Runner {
  /** Creates the sandbox frame ahead of the first run, as on hover. */
  warm(): void
  start(request: RunRequest): RunHandle
  /** The first syntax error, found by Lua's own parser; null when the source parses. */
  check(source: string): Promise<RunProblem | null>
  /** Puts the kept Demo data of this tab back to the samples. */
  reset(): void
  /** Ends all runs and removes the frame. */
  close(): void
}
