// Whether a message from a place that is not trusted is larger than any of ours, told before it is parsed.

/** Parts of the largest message: a run that returns as many values as it may, each with its two texts. */
const MOST_PARTS = 100_000
/** The largest output that a host may allow, twice over, and what goes around it. */
const MOST_CHARS = 48 * 1024 * 1024

/**
 * Looks at no more than the limits allow, whatever the size: a schema would walk all of a list before it counts it.
 * A value that contains itself is too large.
 */
export function isOversized(message: unknown): boolean {
  const waiting: unknown[] = [message]
  let parts = 0
  let chars = 0
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value === 'string') chars += value.length
    if (++parts > MOST_PARTS || chars > MOST_CHARS) return true
    if (typeof value !== 'object' || value === null) continue
    if (ArrayBuffer.isView(value) || (Array.isArray(value) && value.length > MOST_PARTS)) return true
    for (const name in value) {
      chars += name.length
      waiting.push((value as Record<string, unknown>)[name])
      if (waiting.length > MOST_PARTS) return true
    }
  }
  return false
}
