// What the flags of a pattern switch on, and what parts of it can switch for themselves.

export interface Modes {
  /** Case does not matter. */
  i: boolean
  /** `^` and `$` are the ends of lines. */
  m: boolean
  /** The dot takes line breaks. */
  s: boolean
  /** White space and comments in the pattern mean nothing. */
  x: boolean
  /** `\w`, `\d`, `\s`, `\b` and named classes know all letters, not those of ASCII alone. */
  u: boolean
  /** Only groups with names capture. */
  n: boolean
  /** `$` is the very end, not also before a last line break. */
  D: boolean
  /** Quantifiers take little, and with `?` much. */
  U: boolean
}

export function createModes(flags: ReadonlySet<string>): Modes {
  const has = (flag: string) => flags.has(flag)
  return { i: has('i'), m: has('m'), s: has('s'), x: has('x'), u: has('u'), n: has('n'), D: has('D'), U: has('U') }
}
