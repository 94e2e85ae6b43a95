// Groups of Perl-style patterns: how they open, how they are counted and named, and references to them.

const NAME = '[A-Za-z_]\\w*'
const NAMED = new RegExp(`^\\(\\?(?:P?<(${NAME})>|'(${NAME})')`)
const REFERENCE = new RegExp(
  `^(?:\\\\(?:k(?:<(${NAME})>|'(${NAME})'|\\{(${NAME})\\})|g\\{(${NAME})\\}|g\\{?(-?\\d+)\\}?|([1-9]\\d?))|\\(\\?P=(${NAME})\\))`,
)
const UNSUPPORTED: [pattern: RegExp, what: string][] = [
  [/^\(\?(?:R|[+-]?\d|&|P>)/, 'recursion'],
  [/^\(\?\(/, 'a condition'],
  [/^\(\?C/, 'a callout'],
  [/^\(\*/, 'a verb'],
]

export interface Opening {
  length: number
  kind: 'capture' | 'plain' | 'atomic' | 'look' | 'reset'
  name?: string
  /** Of a look around: what stands after the parenthesis. */
  text: string
  /** Modes that the group switches on and off for itself. */
  on: string
  off: string
}

/**
 * Reads how a group opens.
 *
 * @param rest - the pattern from the parenthesis on
 * @throws SyntaxError for what no engine knows, or JavaScript's cannot do
 */
export function readOpening(rest: string): Opening {
  const none = { text: '', on: '', off: '' }
  const missing = UNSUPPORTED.find(([pattern]) => pattern.test(rest))
  if (missing) throw new SyntaxError(`${missing[1]} in a pattern is not supported`)
  if (!rest.startsWith('(?')) return { ...none, length: 1, kind: 'capture' }
  const look = /^\(\?(<?[=!])/.exec(rest)
  if (look) return { ...none, length: look[0].length, kind: 'look', text: `?${look[1]!}` }
  const named = NAMED.exec(rest)
  if (named) return { ...none, length: named[0].length, kind: 'capture', name: named[1] ?? named[2]! }
  const set = /^\(\?([imsxnU]*)(?:-([imsxnU]*))?:/.exec(rest)
  if (set) return { ...none, length: set[0].length, kind: 'plain', on: set[1]!, off: set[2] ?? '' }
  if (rest.startsWith('(?>')) return { ...none, length: 3, kind: 'atomic' }
  if (rest.startsWith('(?|')) return { ...none, length: 3, kind: 'reset' }
  if (/^\(\?(?:P?<|')/.test(rest)) throw new SyntaxError('Invalid capture group name')
  throw new SyntaxError('Invalid group')
}

/** Counts the groups of a pattern, and knows their names. */
export class GroupNames {
  readonly #known: GroupNames | null
  readonly names = new Map<string, number>()
  /** The number of the last group. */
  count = 0
  most = 0

  /** @param known - all groups of the pattern, from a pass before; null in that pass */
  constructor(known: GroupNames | null) {
    this.#known = known
  }

  /** The number of a new group. */
  add(name: string | undefined): number {
    this.count++
    this.most = Math.max(this.most, this.count)
    if (name !== undefined) {
      if ((this.names.get(name) ?? this.count) !== this.count) throw new SyntaxError('Duplicate capture group name')
      this.names.set(name, this.count)
    }
    return this.count
  }

  /** The group that `\1`, `\g{-1}`, `\k<name>` or `(?P=name)` refers to; null for anything else. */
  readReference(rest: string): { length: number; group: number } | null {
    const found = REFERENCE.exec(rest)
    if (!found) return null
    const [taken, k1, k2, k3, g, relative, digits, p] = found
    const name = k1 ?? k2 ?? k3 ?? g ?? p
    const number = Number(digits ?? relative)
    const group = name !== undefined ? this.#find(name) : number < 0 ? this.count + 1 + number : number
    if (this.#known && (group === undefined || group < 1 || group > this.#known.most)) {
      // As in Perl, two digits are a character where there are not so many groups.
      if (digits && digits.length > 1) return null
      throw new SyntaxError(`there is no group ${name ?? number}`)
    }
    return { length: taken.length, group: group ?? 0 }
  }

  #find(name: string): number | undefined {
    return (this.#known ?? this).names.get(name)
  }
}
