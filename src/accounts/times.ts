// Times as the accounts page writes them.

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** @example describeAgo('2026-11-22T10:00:00Z', Date.parse('2026-11-22T12:00:00Z')) // '2 hours ago' */
export function describeAgo(iso: string, now = Date.now()): string {
  const past = now - Date.parse(iso)
  const step = STEPS.find(([, ms]) => past >= ms)
  if (!step) return 'just now'
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  return format.format(-Math.floor(past / step[1]), step[0])
}
