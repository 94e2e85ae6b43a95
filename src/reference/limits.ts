// The limits of a run as sentences with figures, from the numbers that the code enforces.
import { LIMITS } from '../contract/limits.ts'

type Unit = 'bytes' | 'ms' | 'count'

const LABELS: Record<keyof typeof LIMITS, [label: string, unit: Unit]> = {
  sourceBytes: ['Length of a script', 'bytes'],
  memoryBytes: ['Memory of a run', 'bytes'],
  cpuMs: ['Time that Lua may compute; waiting for a call or for you does not count', 'ms'],
  wallMs: ['Time from start to end, waiting included', 'ms'],
  outputBytes: ['Printed text', 'bytes'],
  outputLines: ['Printed lines', 'count'],
  callsPerRun: ['Calls in one run', 'count'],
  callMs: ['Time of one call', 'ms'],
  requestBytes: ['Request to a vendor', 'bytes'],
  replyBytes: ['Reply of a vendor', 'bytes'],
  depth: ['Nesting of a value that leaves or enters Lua', 'count'],
  callsPerMinute: ['Calls of one user in a minute, over all runs', 'count'],
  callsAtOnce: ['Calls of one user at the same time', 'count'],
  approvalMs: ['Time to decide on a call that asks', 'ms'],
  linkBytes: ['Script in a shared link, unpacked', 'bytes'],
  snippetsPerUser: ['Saved snippets of one user', 'count'],
  versionsPerSnippet: ['Versions of one snippet', 'count'],
  savesPerMinute: ['Saves of one user in a minute', 'count'],
}

/** Label and figure of every limit, in the order of the table in src/contract/limits.ts. */
export function listLimits(): [label: string, figure: string][] {
  return (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((key) => {
    const [label, unit] = LABELS[key]
    return [label, formatLimit(LIMITS[key], unit)]
  })
}

/** `256 KiB`, `30 s`, `10 min`, `10,000`. */
export function formatLimit(value: number, unit: Unit): string {
  if (unit === 'count') return value.toLocaleString('en')
  if (unit === 'ms')
    return value % 60_000 === 0 ? `${(value / 60_000).toString()} min` : `${(value / 1000).toString()} s`
  return value % 2 ** 20 === 0 ? `${(value / 2 ** 20).toString()} MiB` : `${(value / 2 ** 10).toString()} KiB`
}
