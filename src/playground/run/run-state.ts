// A run as the page shows it, built up from the events of the runner.
import { type ApprovalRequest } from '../../contract/call.ts'
import { type RunResult } from '../../contract/run.ts'
import { type Mode } from '../../contract/script.ts'
import { type CallRecord, type RunEvent } from '../../run/run-events.ts'
import { appendOutput, EMPTY_OUTPUT, type OutputLog } from './output-log.ts'

export interface RunState {
  /** Counts the runs of this page, so that lists start anew with each. */
  id: number
  mode: Mode
  /** The text that runs: markers of its lines hold only while the editor shows the same. */
  source: string
  phase: 'running' | 'waiting' | 'done'
  /** Milliseconds since 1970. */
  startedAt: number
  /** Milliseconds spent so far on waiting for decisions, and since when it waits now. */
  waitedMs: number
  waitingSince: number | null
  /** Milliseconds from start to end without the waiting; null until the end. */
  tookMs: number | null
  output: OutputLog
  calls: readonly CallRecord[]
  approval: { number: number; request: ApprovalRequest } | null
  result: RunResult | null
}

export function beginRun(id: number, mode: Mode, source: string, now: number): RunState {
  return {
    id,
    mode,
    source,
    phase: 'running',
    startedAt: now,
    waitedMs: 0,
    waitingSince: null,
    tookMs: null,
    output: EMPTY_OUTPUT,
    calls: [],
    approval: null,
    result: null,
  }
}

export function applyEvent(run: RunState, event: RunEvent, now: number): RunState {
  switch (event.type) {
    case 'started':
      return { ...run, mode: event.mode }
    case 'output':
      return { ...run, output: appendOutput(run.output, event.text) }
    case 'call':
      return { ...run, calls: upsertCall(run.calls, event.record) }
    case 'approval':
      return {
        ...run,
        phase: 'waiting',
        waitingSince: run.waitingSince ?? now,
        approval: { number: event.number, request: event.approval },
      }
    case 'done': {
      const ended = settleApproval(run, now)
      return { ...ended, phase: 'done', tookMs: elapsedMs(ended, now), result: event.result }
    }
  }
}

/** The reader has decided, or the run has ended without a decision. */
export function settleApproval(run: RunState, now: number): RunState {
  const waitedMs = run.waitedMs + (run.waitingSince === null ? 0 : now - run.waitingSince)
  return { ...run, phase: 'running', waitingSince: null, waitedMs, approval: null }
}

/** Milliseconds that the run has taken without the waiting for decisions. */
export function elapsedMs(run: RunState, now: number): number {
  return run.tookMs ?? Math.max(0, (run.waitingSince ?? now) - run.startedAt - run.waitedMs)
}

function upsertCall(calls: readonly CallRecord[], record: CallRecord): CallRecord[] {
  const at = calls.findIndex(({ number }) => number === record.number)
  return at < 0 ? [...calls, record] : calls.with(at, record)
}
