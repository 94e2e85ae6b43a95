// Ends of a run that the page itself decides: stopped, over a limit, crashed.
import { callError, type ErrorCode } from '../contract/errors.ts'
import { createProblem, type RunProblem, type RunResult } from '../contract/run.ts'

/** The problem of a limit that the page enforced; `message` is a sentence with the figure. */
export function createLimitProblem(code: ErrorCode, message: string): RunProblem {
  return createProblem('limit', message, callError(code, message))
}

/** A failed result. The page does not know the script's memory. */
export function failRun(problem: RunProblem, cpuMs: number): RunResult {
  return { ok: false, problem, memoryBytes: 0, cpuMs }
}
