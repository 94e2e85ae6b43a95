// Escapes of Perl-style patterns, and the sets of characters that they stand for, in JavaScript's `v` mode.

/** Part of a class: characters and ranges, without brackets. */
type Chars = string

const WORD: Chars = '0-9A-Z_a-z'
const UNICODE_WORD: Chars = '\\p{L}\\p{N}\\p{Mn}\\p{Pc}'
const SPACE: Chars = '\\t-\\r\\x20'
const UNICODE_SPACE: Chars = '\\t-\\r\\x85\\p{Z}'
const HORIZONTAL: Chars = '\\t\\x20\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'
const VERTICAL: Chars = '\\n-\\r\\x85\\u2028\\u2029'

/** Maps: a pattern may name `constructor`, which every object has. */
const POSIX = new Map<string, Chars>([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\x00-\\x7f'],
  ['blank', '\\t\\x20'],
  ['cntrl', '\\x00-\\x1f\\x7f'],
  ['digit', '0-9'],
  ['graph', '\\x21-\\x7e'],
  ['lower', 'a-z'],
  ['print', '\\x20-\\x7e'],
  ['punct', '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e'],
  ['space', SPACE],
  ['upper', 'A-Z'],
  ['word', WORD],
  ['xdigit', '0-9A-Fa-f'],
])

const UNICODE_POSIX = new Map<string, Chars>([
  ['alnum', '\\p{L}\\p{N}'],
  ['alpha', '\\p{L}'],
  ['digit', '\\p{Nd}'],
  ['lower', '\\p{Ll}'],
  ['space', UNICODE_SPACE],
  ['upper', '\\p{Lu}'],
  ['word', UNICODE_WORD],
])

/** Names of properties that only Perl-style engines have. */
const PROPERTIES = new Map<string, Chars>([
  ['L&', '\\p{LC}'],
  ['Xan', '\\p{L}\\p{N}'],
  ['Xps', UNICODE_SPACE],
  ['Xsp', UNICODE_SPACE],
  ['Xwd', UNICODE_WORD],
])

const CONTROLS: Record<string, number> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 }

/** What an escape came to: a character by its code, or a set of characters. */
export type Escape = { length: number } & ({ code: number } | { set: Chars; negated: boolean })

/** A character where it stands for itself, in a class and outside. */
export function quoteChar(code: number): string {
  const char = String.fromCodePoint(code)
  return /[0-9A-Za-z]/.test(char) ? char : `\\u{${code.toString(16)}}`
}

/** @throws SyntaxError for a name that is none */
export function readPosix(name: string, unicode: boolean): Chars {
  const set = (unicode ? UNICODE_POSIX.get(name) : undefined) ?? POSIX.get(name)
  if (set === undefined) throw new SyntaxError(`unknown class [:${name}:]`)
  return set
}

/**
 * Reads an escape that means the same in a class and outside: characters and sets of characters.
 *
 * @param rest - the pattern from the backslash on
 * @returns null for one that means something else, as `\b` or a reference to a group
 * @throws SyntaxError for one that nobody knows
 */
export function readEscape(rest: string, unicode: boolean): Escape | null {
  const letter = rest[1] ?? ''
  if (letter === '') throw new SyntaxError('\\ at end of pattern')
  const sets: Record<string, Chars> = {
    d: unicode ? '\\p{Nd}' : '0-9',
    w: unicode ? UNICODE_WORD : WORD,
    s: unicode ? UNICODE_SPACE : SPACE,
    h: HORIZONTAL,
    v: VERTICAL,
  }
  const set = sets[letter.toLowerCase()]
  if (set !== undefined) return { length: 2, set, negated: letter !== letter.toLowerCase() }
  if (letter === 'p' || letter === 'P') return readProperty(rest)
  if (Object.hasOwn(CONTROLS, letter)) return { length: 2, code: CONTROLS[letter]! }
  if (letter === 'c' && rest.length > 2) return { length: 3, code: rest[2]!.toUpperCase().charCodeAt(0) ^ 64 }
  const code = readCode(rest)
  if (code) return code
  if (/[0-9A-Za-z]/.test(letter)) return null
  const char = rest.codePointAt(1)!
  return { length: char > 0xffff ? 3 : 2, code: char }
}

/** `\x41`, `\x{1F600}`, `\u0041`, `\u{1F600}`, `\012`, `\o{12}` */
function readCode(rest: string): Escape | null {
  const hex = /^\\(?:[xu]\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{0,2}))/.exec(rest)
  const octal = /^\\(?:o\{([0-7]{1,7})\}|(0[0-7]{0,2}))/.exec(rest)
  const found = hex ?? octal
  if (!found) return null
  const digits = found.slice(1).find((group) => group !== undefined)
  const code = parseInt(digits || '0', hex ? 16 : 8)
  if (code > 0x10ffff) throw new SyntaxError(`${found[0]} is beyond the last character`)
  return { length: found[0].length, code }
}

/** `\pL`, `\p{Lu}`, `\p{^Lu}`, `\P{Lu}`, `\p{Han}`, `\p{Script=Han}` */
function readProperty(rest: string): Escape {
  const match = /^\\[pP](?:\{(\^?)([\w&= ]+)\}|([A-Za-z]))/.exec(rest)
  if (!match) throw new SyntaxError('a property is written \\p{Lu}')
  const [taken, not, long, short] = match
  const name = (long ?? short)!.trim()
  const set = PROPERTIES.get(name) ?? findProperty(name)
  if (set === undefined) throw new SyntaxError(`unknown property ${name}`)
  return { length: taken.length, set, negated: (taken[1] === 'P') !== (not === '^') }
}

/** Names that were looked up last: a pattern may name one again and again. */
const found = new Map<string, Chars | undefined>()
const MOST_FOUND = 100

/** A category or a script that JavaScript knows; undefined for none. */
function findProperty(name: string): Chars | undefined {
  if (!found.has(name)) {
    if (found.size >= MOST_FOUND || name.length > 100) found.clear()
    found.set(name, [`\\p{${name}}`, `\\p{scx=${name}}`].find(isPattern))
  }
  return found.get(name)
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'v').source !== ''
  } catch {
    return false
  }
}
