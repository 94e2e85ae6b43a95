// What `--json` prints: one object per command, the same fields whether it went well or not.
import { type CallError } from '../../contract/errors.ts'
import { formatJson, parseJson, type Value } from '../../contract/value.ts'
import { type RunResult } from '../../contract/run.ts'
import { type CallRecord } from '../../run/run-events.ts'

/** Every envelope says first whether it went well. */
export type Envelope = { success: boolean; [field: string]: Value }

/** One call of the run, in the order in which they were made. */
export interface CallLine {
  /** `clerk.get_user`, or `clerk.work.get_user` on a named account. */
  path: string
  effect: CallRecord['effect']
  status: 'ok' | 'error'
  durationMs: number
  error?: string
  /** In a dry run: the request as it would be sent, secrets by the name of their field. */
  request?: CallRecord['exchanges'][number]['request']
}

export interface Meta {
  demo: boolean
  dryRun: boolean
  /** Whether `--force` answered questions of the server. */
  force: boolean
}

export interface RunReport {
  result: RunResult
  output: string
  calls: CallRecord[]
  ms: number
  meta: Meta
}

/** The envelope of a script's run. */
export function buildRunEnvelope({ result, output, calls, ms, meta }: RunReport): Envelope {
  const problem = result.ok ? null : result.problem
  return {
    success: result.ok,
    demo: meta.demo,
    output: output.replace(/\n$/, ''),
    error: problem?.message ?? null,
    ...(problem && { error_details: readDetails(problem) }),
    result: result.ok ? result.values.map(({ text, json }) => (json === null ? text : parseJson(json))) : null,
    execution_time_ms: Math.round(ms),
    cpu_time_ms: Math.round(result.cpuMs),
    memory_usage: result.memoryBytes,
    integration_calls: calls.map((record) => ({ ...listCall(record, meta) }) as unknown as Value),
    meta: { permission_bypassed: meta.force, dry_run: meta.dryRun },
  }
}

export function readDetails(problem: (RunResult & { ok: false })['problem']): Value {
  const { kind, line, column, error } = problem
  return { kind, line, column, ...describeError(error) }
}

/** What a program needs in order to go on after an error; null for one that is Lua's own. */
export function describeError(error: CallError | null): { [field: string]: Value } {
  return {
    code: error?.code ?? null,
    hint: error?.hint ?? null,
    retryable: error?.retryable ?? false,
    ...(error?.status !== undefined && { status: error.status }),
    ...(error?.retryAfter !== undefined && { retry_after: error.retryAfter }),
    ...(error?.fields && { fields: error.fields.map((field) => ({ ...field })) }),
  }
}

export function listCall(record: CallRecord, { dryRun }: Meta): CallLine {
  const { integration, account, function: name } = record.call
  const request = dryRun ? record.exchanges[0]?.request : undefined
  return {
    path: [integration, account, name].filter((part) => part !== null).join('.'),
    effect: record.effect,
    status: record.status === 'ok' ? 'ok' : 'error',
    durationMs: Math.round(record.ms ?? 0),
    ...(record.error && { error: `${record.error.code}: ${record.error.message}` }),
    ...(request && { request }),
  }
}

/** JSON text with four spaces a level, as the command has always printed it. */
export function printJson(value: Value): string {
  return `${formatJson(value, '    ')}\n`
}
