// Keys of the vendors of this site, by the patterns of their definitions.
import { type SecretSpan } from './secret-span.ts'

/** Longest stretch that a pattern is tried on at once: a careless one must not take quadratic time on a long line. */
const WINDOW = 1024
const STEP = 512
/** What stands before counts for `\b` and for a look behind. */
const BEFORE = 32

/** @param patterns regular expressions that match no empty text, for the flag `u` */
export function findVendorKeys(text: string, patterns: readonly string[]): SecretSpan[] {
  if (!patterns.length) return []
  const compiled = patterns.map((pattern) => new RegExp(pattern, 'gu'))
  const found: SecretSpan[] = []
  for (let lineStart = 0; lineStart < text.length;) {
    const lineEnd = endOfLine(text, lineStart)
    for (let at = lineStart; at < lineEnd; at += STEP) {
      const from = Math.max(lineStart, at - BEFORE)
      const stretch = text.slice(from, Math.min(lineEnd, at + WINDOW))
      const isLast = at + WINDOW >= lineEnd
      for (const { index, 0: match } of compiled.flatMap((pattern) => [...stretch.matchAll(pattern)])) {
        const start = from + index
        // What begins in the second half is found whole by the next stretch.
        if (start >= at && (isLast || start < at + STEP)) {
          found.push({ start, end: start + match.length, kind: 'vendor_key' })
        }
      }
      if (isLast) break
    }
    lineStart = lineEnd + 1
  }
  return found
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
