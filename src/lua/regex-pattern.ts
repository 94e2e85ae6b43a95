// Splits a pattern as scripts write it, bare or between delimiters, into its source and its flags.

const DELIMITERS = '/#~@!%|+'
/** S, X and g say what is so anyway. */
const KNOWN = /^[imsxunADUgSX]*$/

export interface Pattern {
  source: string
  /** Letters of Perl's modifiers, each once. */
  flags: ReadonlySet<string>
}

/**
 * Reads `\d+`, `/\d+/i` or `#\d+#i`. A pattern that begins with a delimiter, but does not end with it and flags, is bare.
 *
 * @param extra - more flags
 * @throws SyntaxError for a flag that nobody knows
 */
export function readPattern(pattern: string, extra: string): Pattern {
  const end = findEnd(pattern)
  const isDelimited = end > 1 && KNOWN.test(pattern.slice(end + 1))
  const source = isDelimited ? pattern.slice(1, end) : pattern
  const flags = extra + (isDelimited ? pattern.slice(end + 1) : '')
  const unknown = [...flags].find((flag) => !KNOWN.test(flag))
  if (unknown) throw new SyntaxError(`unknown flag ${unknown}; i, m, s, x, u, n, A, D and U are known`)
  return { source, flags: new Set(flags) }
}

/** Where the delimiter that a pattern begins with stands again, outside of escapes and classes; -1 where it does not. */
function findEnd(pattern: string): number {
  const [delimiter] = pattern
  if (delimiter === undefined || !DELIMITERS.includes(delimiter)) return -1
  for (const part of pattern.slice(1).matchAll(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*(?<open>$)?\]?|[^]/g)) {
    if (part[0] === delimiter) return part.index + 1
    // A class without an end: to look for one at every bracket would take forever.
    if (part.groups!['open'] !== undefined) return -1
  }
  return -1
}
