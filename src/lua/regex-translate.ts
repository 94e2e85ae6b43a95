// Perl-style patterns in JavaScript's `v` mode. Groups get names of their own, g1, g2, …, so that what stands for a
// possessive or atomic part can have groups too without moving the numbers.
import { readClass, writeSet } from './regex-class.ts'
import { quoteChar, readEscape } from './regex-escapes.ts'
import { GroupNames, readOpening } from './regex-groups.ts'
import { type Modes } from './regex-modes.ts'

const START = '(?<![^])'
const END = '(?![^])'
const LINE_BREAK = '(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])'

export interface Translation {
  source: string
  /** How many groups there are, and the number of each that has a name. */
  groups: GroupNames
}

/** @throws SyntaxError that says what is wrong with the pattern, or what of it is not supported */
export function translate(pattern: string, modes: Modes): Translation {
  const source = quoteVerbatim(pattern)
  // References may stand before their groups: the first pass counts, the second knows.
  const counted = new GroupNames(null)
  new Translator(source, counted).translate(modes)
  const groups = new GroupNames(counted)
  return { source: new Translator(source, groups).translate(modes), groups }
}

/** Escapes what stands between \Q and \E. */
function quoteVerbatim(pattern: string): string {
  return pattern.replace(/\\Q([^]*?)(?:\\E|$)|\\E|\\[^]/g, (taken, text?: string) =>
    text === undefined ? (taken === '\\E' ? '' : taken) : text.replace(/[^\p{L}\p{N}]/gu, '\\$&'),
  )
}

class Translator {
  readonly #source: string
  readonly #groups: GroupNames
  #at = 0
  #atomics = 0
  #lookBehinds = 0

  constructor(source: string, groups: GroupNames) {
    this.#source = source
    this.#groups = groups
  }

  translate(modes: Modes): string {
    const text = this.#readBranches({ ...modes })
    if (this.#at < this.#source.length) throw new SyntaxError("Unmatched ')'")
    return text
  }

  get #rest(): string {
    return this.#source.slice(this.#at)
  }

  /** Branches up to the end of the group. Modes that are set inside hold for the rest of it, over all its branches. */
  #readBranches(modes: Modes, onBranch: () => void = () => undefined): string {
    let text = ''
    const around = modes.i
    let opened = 0
    const close = () => ')'.repeat(opened)
    const open = () => {
      opened++
      return modes.i ? '(?i:' : '(?-i:'
    }
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      const rest = this.#rest
      const setting = /^\(\?(?=[a-zA-Z^-])([imsxnU]*)(?:-([imsxnU]*))?\)/.exec(rest)
      if (rest[0] === '|') {
        this.#at++
        onBranch()
        text += `${close()}|`
        opened = 0
        if (modes.i !== around) text += open()
      } else if (setting) {
        this.#at += setting[0].length
        const before = modes.i
        setModes(modes, setting[1]!, setting[2] ?? '')
        if (modes.i !== before) text += open()
      } else {
        text += this.#readPiece(modes)
      }
    }
    return text + close()
  }

  /** An atom and how often it stands. */
  #readPiece(modes: Modes): string {
    if (this.#skipSpace(modes)) return ''
    if (/^(?:[*+?]|\{\d+(?:,\d*)?\})/.test(this.#rest)) throw new SyntaxError('Nothing to repeat')
    const atom = this.#readAtom(modes)
    this.#skipSpaces(modes)
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})/.exec(this.#rest)
    if (!quantifier) return atom
    const [count, least, most] = quantifier
    if (most && Number(most) < Number(least)) throw new SyntaxError('numbers out of order in {} quantifier')
    this.#at += count.length
    this.#skipSpaces(modes)
    const kind = /^[?+]?/.exec(this.#rest)![0]
    this.#at += kind.length
    const isAssertion = /^\(\?(?:[=!]|<[=!])|^[$^]|^\\[bB]/.test(atom)
    const repeated = `${isAssertion ? `(?:${atom})` : atom}${count}`
    if (kind === '+') return this.#writeAtomic(repeated)
    return repeated + ((kind === '?') !== modes.U ? '?' : '')
  }

  #skipSpaces(modes: Modes): void {
    let isSkipped = true
    while (isSkipped) isSkipped = this.#skipSpace(modes)
  }

  /** In extended mode white space and comments mean nothing. */
  #skipSpace(modes: Modes): boolean {
    const space = modes.x ? /^(?:\s+|#[^\n]*)/.exec(this.#rest) : null
    const comment = /^\(\?#[^)]*\)/.exec(this.#rest)
    const taken = (space ?? comment)?.[0] ?? ''
    this.#at += taken.length
    return taken !== ''
  }

  #readAtom(modes: Modes): string {
    const reference = this.#groups.readReference(this.#rest)
    if (reference) {
      this.#at += reference.length
      return `(?:\\k<g${reference.group}>)`
    }
    const char = this.#source[this.#at]!
    switch (char) {
      case '(':
        return this.#readGroup(modes)
      case '[': {
        const { length, text } = readClass(this.#rest, modes.u)
        this.#at += length
        return this.#isolate(text)
      }
      case '\\':
        return this.#readEscape(modes)
    }
    const code = this.#source.codePointAt(this.#at)!
    this.#at += code > 0xffff ? 2 : 1
    if (char === '.') return modes.s ? '[^]' : this.#isolate('[^\\n]')
    if (char === '^') return modes.m ? `(?:${START}|(?<=\\n)(?=[^]))` : START
    if (char === '$') return modes.m ? `(?=\\n|${END})` : modes.D ? END : `(?=\\n?${END})`
    return quoteChar(code)
  }

  #readEscape(modes: Modes): string {
    const octal = /^\\([1-7][0-7]{1,2})/.exec(this.#rest)
    if (octal) {
      this.#at += octal[0].length
      return quoteChar(parseInt(octal[1]!, 8))
    }
    const escape = readEscape(this.#rest, modes.u)
    if (escape) {
      this.#at += escape.length
      return 'code' in escape ? quoteChar(escape.code) : this.#isolate(writeSet(escape.set, escape.negated))
    }
    const letter = this.#source[this.#at + 1]!
    this.#at += 2
    const word = modes.u ? '[\\p{L}\\p{N}\\p{Mn}\\p{Pc}]' : '\\w'
    const meanings: Record<string, string> = {
      A: START,
      z: END,
      Z: `(?=\\n?${END})`,
      N: '[^\\n]',
      b: modes.u ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))` : '\\b',
      B: modes.u ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))` : '\\B',
    }
    if (letter === 'R') return this.#writeAtomic(LINE_BREAK)
    const meaning = Object.hasOwn(meanings, letter) ? meanings[letter] : undefined
    if (meaning === undefined) throw new SyntaxError(`unknown or unsupported escape \\${letter}`)
    return meaning
  }

  /** V8 lets `(?i:…)` reach into a class behind it in `v` mode, but not into a group. */
  #isolate(text: string): string {
    return `(?:${text})`
  }

  #readGroup(modes: Modes): string {
    const opening = readOpening(this.#rest)
    this.#at += opening.length
    const inner = { ...modes }
    setModes(inner, opening.on, opening.off)
    const named = opening.name !== undefined
    const isCapture = opening.kind === 'capture' && (named || !modes.n)
    const group = isCapture ? this.#groups.add(opening.name) : 0
    const first = this.#groups.count
    let most = first
    const isBehind = opening.text.startsWith('?<')
    if (isBehind) this.#lookBehinds++
    const body = this.#readBranches(inner, () => {
      if (opening.kind !== 'reset') return
      // Each branch counts its groups from the same number on.
      most = Math.max(most, this.#groups.count)
      this.#groups.count = first
    })
    if (opening.kind === 'reset') this.#groups.count = Math.max(most, this.#groups.count)
    if (isBehind) this.#lookBehinds--
    if (this.#source[this.#at] !== ')') throw new SyntaxError('Unterminated group')
    this.#at++
    if (opening.kind === 'atomic') return this.#writeAtomic(body)
    if (opening.kind === 'look') return `(${opening.text}${body})`
    if (isCapture) return `(?<g${group}>${body})`
    const change = modes.i ? (opening.off.includes('i') ? '-i' : '') : opening.on.includes('i') ? 'i' : ''
    return `(?${change}:${body})`
  }

  /** What has matched is not given back: a lookahead takes it, a reference goes past it. */
  #writeAtomic(text: string): string {
    // There JavaScript matches from the end to the start, and meets the reference first.
    if (this.#lookBehinds) throw new SyntaxError('an atomic part in a look behind is not supported')
    const name = `a${++this.#atomics}`
    return `(?:(?=(?<${name}>${text}))\\k<${name}>)`
  }
}

function setModes(modes: Modes, on: string, off: string): void {
  for (const letter of on) modes[letter as keyof Modes] = true
  for (const letter of off) modes[letter as keyof Modes] = false
}
