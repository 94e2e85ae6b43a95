// The limits of a run as rows of a table, from the numbers that the code enforces.
import { formatLimit, LIMIT_UNITS } from '../contract/format-limit.ts'
import { findSetting, LIMIT_NAMES, type LimitName, LIMITS, type Limits } from '../contract/limits.ts'

const LABELS: Record<LimitName, string> = {
  sourceBytes: 'Length of a script',
  memoryBytes: 'Memory of a run',
  cpuMs: 'Time that Lua may compute; waiting for a call or for you does not count',
  wallMs: 'Time from start to end, waiting included',
  outputBytes: 'Printed text',
  outputLines: 'Printed lines',
  callsPerRun: 'Calls in one run',
  callMs: 'Time of one call',
  requestBytes: 'Request to a vendor',
  replyBytes: 'Reply of a vendor',
  depth: 'Nesting of a value that leaves or enters Lua',
  callsPerMinute: 'Calls of one user in a minute, over all runs',
  callsAtOnce: 'Calls of one user at the same time',
  approvalMs: 'Time to decide on a call that asks',
  linkBytes: 'Script in a shared link, unpacked',
  snippetsPerUser: 'Saved snippets of one user',
  versionsPerSnippet: 'Versions of one snippet',
  savesPerMinute: 'Saves of one user in a minute',
}

export interface LimitRow {
  label: string
  figure: string
  /** Environment variable that changes it; undefined where none does. */
  setting: string | undefined
}

/**
 * Every limit, in the order of the table in src/contract/limits.ts. A built page shows the usual figures;
 * the server puts in its own, see server/http/show-limits.ts.
 */
export function listLimits(limits: Limits = LIMITS): LimitRow[] {
  return LIMIT_NAMES.map((name) => ({
    label: LABELS[name],
    figure: formatLimit(limits[name], LIMIT_UNITS[name]),
    setting: findSetting(name)?.name,
  }))
}
