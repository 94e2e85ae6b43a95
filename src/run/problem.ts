// Ends of a run that the page itself decides: stopped, over a limit, crashed.
import { callError, type CallError, type ErrorCode } from '../contract/errors.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'

export function createProblem(kind: RunProblem['kind'], message: string, error: CallError | null = null): RunProblem {
  return { kind, message, line: null, column: null, traceback: [], error }
}

/** The problem of a limit that the page enforced; `message` is a sentence with the figure. */
export function createLimitProblem(code: ErrorCode, message: string): RunProblem {
  return createProblem('limit', message, callError(code, message))
}

/** A failed result. The page does not know the script's memory. */
export function failRun(problem: RunProblem, cpuMs: number): RunResult {
  return { ok: false, problem, memoryBytes: 0, cpuMs }
}
