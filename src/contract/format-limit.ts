// The figure of a limit as people read it.
import { type LimitName } from './limits.ts'

export type LimitUnit = 'bytes' | 'ms' | 'count'

export const LIMIT_UNITS: Record<LimitName, LimitUnit> = {
  sourceBytes: 'bytes',
  memoryBytes: 'bytes',
  cpuMs: 'ms',
  wallMs: 'ms',
  outputBytes: 'bytes',
  outputLines: 'count',
  callsPerRun: 'count',
  callMs: 'ms',
  requestBytes: 'bytes',
  replyBytes: 'bytes',
  depth: 'count',
  callsPerMinute: 'count',
  callsAtOnce: 'count',
  approvalMs: 'ms',
  linkBytes: 'bytes',
  snippetsPerUser: 'count',
  versionsPerSnippet: 'count',
  savesPerMinute: 'count',
}

/** `256 KiB`, `30 s`, `10 min`, `10,000`. */
export function formatLimit(value: number, unit: LimitUnit): string {
  if (unit === 'count') return value.toLocaleString('en')
  if (unit === 'ms') return value % 60_000 === 0 ? `${value / 60_000} min` : `${value / 1000} s`
  if (value % 2 ** 10 !== 0) return `${value.toLocaleString('en')} bytes`
  return value % 2 ** 20 === 0 ? `${value / 2 ** 20} MiB` : `${value / 2 ** 10} KiB`
}
