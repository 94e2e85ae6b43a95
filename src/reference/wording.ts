// Small words for counts and times; imported by scripts of the page, so it imports nothing itself.

/** `1 call`, `2 calls`. */
export function countOf(count: number, noun: string): string {
  return `${count.toString()} ${noun}${count === 1 ? '' : 's'}`
}

/** A duration: `3 ms`, `1.4 s`. */
export function formatTime(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms)).toString()} ms` : `${(ms / 1000).toFixed(1)} s`
}
