// Ends of a run that are decided outside of Lua: stopped, over a limit, crashed.
import { callError, type ErrorCode } from '../contract/errors.ts'
import { createProblem, type RunLimits, type RunProblem, type RunResult } from '../contract/run.ts'

/** The problem of a limit that was enforced from outside; `message` is a sentence with the figure. */
export function createLimitProblem(code: ErrorCode, message: string): RunProblem {
  return createProblem('limit', message, callError(code, message))
}

/** The problem of a script that was ended from outside, for it went on beyond a limit of time. */
export function createTimeProblem(limit: 'cpu' | 'wall', { cpuMs, wallMs }: RunLimits): RunProblem {
  return limit === 'cpu'
    ? createLimitProblem('cpu_limit', `The script computed for longer than ${cpuMs / 1000} seconds.`)
    : createLimitProblem('wall_limit', `The run lasted longer than ${wallMs / 1000} seconds.`)
}

/** A failed result. The memory of the script is not known. */
export function failRun(problem: RunProblem, cpuMs: number): RunResult {
  return { ok: false, problem, memoryBytes: 0, cpuMs }
}
