// Glob-style patterns as Redis matches them, on byte strings.

/**
 * Whether a text matches a pattern: `*`, `?`, `[abc]`, `[a-z]`, `[^a]`, and `\` before a character that stands for itself.
 * Takes time proportional to pattern times text at worst, whatever the pattern.
 */
export function matchGlob(pattern: string, text: string): boolean {
  let at = 0
  let from = 0
  // Where to go on after the last star, when what follows it did not fit.
  let retry: { at: number; from: number } | null = null
  while (from < text.length || at < pattern.length) {
    if (pattern[at] === '*') {
      retry = { at, from: from + 1 }
      at++
      continue
    }
    const step = from < text.length && at < pattern.length ? matchOne(pattern, at, text[from]!) : null
    if (step !== null) {
      at = step
      from++
    } else if (retry && retry.from <= text.length) {
      ;({ at, from } = retry)
    } else {
      return false
    }
  }
  return true
}

/** The place after the pattern's next item when it takes the character, otherwise null. */
function matchOne(pattern: string, at: number, character: string): number | null {
  if (pattern[at] === '?') return at + 1
  if (pattern[at] === '[') return matchClass(pattern, at + 1, character)
  const literal = pattern[at] === '\\' && at + 1 < pattern.length ? at + 1 : at
  return pattern[literal] === character ? literal + 1 : null
}

/** A class ends at `]`, or with the pattern where that is missing. */
function matchClass(pattern: string, start: number, character: string): number | null {
  const negated = pattern[start] === '^'
  let at = negated ? start + 1 : start
  let found = false
  while (at < pattern.length && pattern[at] !== ']') {
    if (pattern[at] === '\\' && at + 1 < pattern.length) {
      found ||= pattern[at + 1] === character
      at += 2
    } else if (pattern[at + 1] === '-' && at + 2 < pattern.length) {
      const [low, high] = [pattern[at]!, pattern[at + 2]!].sort()
      found ||= character >= low! && character <= high!
      at += 3
    } else {
      found ||= pattern[at] === character
      at++
    }
  }
  return found === negated ? null : Math.min(at + 1, pattern.length)
}
