// Builds the problem of a run that ended early, from what Lua said and which limit was reached.
import { callError } from '../contract/errors.ts'
import { formatLimit } from '../contract/format-limit.ts'
import { createProblem, type RunLimits, type RunProblem } from '../contract/run.ts'
import { teachRuntime, teachSyntax } from './lessons.ts'
import { findFailureColumn } from './failure-place.ts'
import { type Failure, type LimitCode } from './session.ts'
import { findSyntaxPlace } from './syntax-place.ts'
import { readFrames, readLine } from './traceback.ts'

/** Lua's own text, byte for byte, when an allocation was refused. */
export const OUT_OF_MEMORY = 'not enough memory'

/** @param parse - see findSyntaxPlace */
export function syntaxProblem(message: string, source: string, parse: (source: string) => string | null): RunProblem {
  const place = findSyntaxPlace(source, message, parse)
  return { kind: 'syntax', message: teachSyntax(message, source, place), ...place, traceback: [], error: null }
}

export function scriptProblem(failure: Failure, source: string): RunProblem {
  const { message, trace, error } = failure
  const traceback = readFrames(trace)
  const line = readLine(message) ?? traceback.find((frame) => frame.line > 0)?.line ?? null
  const column = line === null ? null : findFailureColumn(source, line, failure)
  const place = { line, column }
  const isLimit = error?.code === 'call_limit'
  return {
    kind: isLimit ? 'limit' : 'script',
    message: error ? message : teachRuntime(message, source, line),
    ...place,
    traceback,
    error,
  }
}

/** @param place - the line where the limit was met, for where there is no traceback */
export function limitProblem(code: LimitCode, limits: RunLimits, trace: string, place: number | null): RunProblem {
  const traceback = readFrames(trace)
  const line = traceback.find((frame) => frame.line > 0)?.line ?? place
  const error = callError(code, LIMIT_TEXTS[code](limits))
  const message = line === null ? error.message : `main.lua:${line}: ${error.message}`
  return { kind: 'limit', message, line, column: null, traceback, error }
}

export function sourceProblem(bytes: number, limit: number): RunProblem {
  const message = `the script has ${bytes} bytes; ${limit} are allowed`
  return createProblem('limit', message, callError('source_too_large', message))
}

export function crashProblem(cause: unknown): RunProblem {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `the Lua machine failed: ${reason}`
  return createProblem('crashed', message, callError('internal', message))
}

const LIMIT_TEXTS: Record<LimitCode, (limits: RunLimits) => string> = {
  memory_limit: ({ memoryBytes }) => `the script needs more than ${formatLimit(memoryBytes, 'bytes')} of memory`,
  cpu_limit: ({ cpuMs }) => `the script computed for more than ${formatSeconds(cpuMs)}`,
  wall_limit: ({ wallMs }) => `the run took more than ${formatSeconds(wallMs)}`,
}

function formatSeconds(ms: number): string {
  return ms === 1000 ? '1 second' : `${ms / 1000} seconds`
}
