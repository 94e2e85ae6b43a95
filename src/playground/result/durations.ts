// Times and counts as the page writes them.

/** @example formatSeconds(412) // '0.41 s' */
export function formatSeconds(ms: number): string {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(2)} s`
    : `${String(Math.floor(ms / 60_000))} min ${String(Math.floor((ms / 1000) % 60))} s`
}

/** @example formatMs(0.4) // '<1 ms' */
export function formatMs(ms: number): string {
  if (ms < 1) return '<1 ms'
  return Math.round(ms) < 1_000 ? `${String(Math.round(ms))} ms` : formatSeconds(ms)
}

/** @example countOf(1, 'call') // '1 call' */
export function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
