// What one run holds while it goes on: the clocks, the counters and what passes between the driver and Lua.
import { type RunLimits, type RunResult } from '../contract/run.ts'
import { type CallError } from '../contract/errors.ts'
import { type HostOperation, type HostReply } from '../contract/host.ts'
import { type MemoryMeter } from './memory.ts'

export type LimitCode = 'memory_limit' | 'cpu_limit' | 'wall_limit'

/** What Lua asked of the host and yielded for. */
export interface Request {
  operation: HostOperation
  payload: string
}

/** How the script ended, as the prelude reports it. */
export interface Failure {
  message: string
  /** Lines of the traceback, prelude frames left out. */
  trace: string
  error: CallError | null
}

export interface Session {
  readonly limits: RunLimits
  readonly meter: MemoryMeter
  readonly source: { index: () => string }
  write(text: string): void
  /** Milliseconds since 1970, pinned or real. */
  now(): number
  /** Milliseconds of computing, pinned or real. */
  computed(): number
  calls: number
  request: Request | null
  reply: HostReply | null
  values: (RunResult & { ok: true })['values']
  failure: Failure | null
  /** Set once a time limit was reached; from then on the hook raises at every turn. */
  expired: LimitCode | null
}
