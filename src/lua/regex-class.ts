// Classes of Perl-style patterns, `[a-z\d[:upper:]]`, as classes of JavaScript's `v` mode.
import { quoteChar, readEscape, readPosix } from './regex-escapes.ts'

/** One member: a character, or a set that stands for itself and begins no range. */
type Member = { length: number } & ({ code: number } | { text: string })

/**
 * Reads the class that a pattern goes on with.
 *
 * @param rest - the pattern from the opening bracket on
 * @throws SyntaxError for a class without an end, or with a range that runs backward
 */
export function readClass(rest: string, unicode: boolean): { length: number; text: string } {
  const negated = rest[1] === '^'
  let at = negated ? 2 : 1
  let text = ''
  // A bracket that closes at once stands for itself.
  for (let isFirst = true; isFirst || rest[at] !== ']'; isFirst = false) {
    const from = readMember(rest.slice(at), unicode)
    at += from.length
    const isRange = 'code' in from && rest[at] === '-' && rest[at + 1] !== ']' && at + 1 < rest.length
    const to = isRange ? readMember(rest.slice(at + 1), unicode) : null
    if ('code' in from && to && 'code' in to) {
      if (from.code > to.code) throw new SyntaxError('Range out of order in character class')
      text += `${quoteChar(from.code)}-${quoteChar(to.code)}`
      at += 1 + to.length
    } else {
      text += 'code' in from ? quoteChar(from.code) : from.text
    }
  }
  return { length: at + 1, text: `[${negated ? '^' : ''}${text}]` }
}

function readMember(rest: string, unicode: boolean): Member {
  if (rest === '') throw new SyntaxError('Unterminated character class')
  const posix = /^\[:(\^?)(\w+):\]/.exec(rest)
  if (posix) return { length: posix[0].length, text: writeSet(readPosix(posix[2]!, unicode), posix[1] === '^') }
  if (rest[0] !== '\\') return readChar(rest)
  if (rest[1] === 'b') return { length: 2, code: 8 }
  const octal = /^\\([1-7][0-7]{0,2})/.exec(rest)
  if (octal) return { length: octal[0].length, code: parseInt(octal[1]!, 8) }
  const escape = readEscape(rest, unicode)
  if (!escape) throw new SyntaxError(`unknown escape \\${rest[1]} in a class`)
  return 'code' in escape ? escape : { length: escape.length, text: writeSet(escape.set, escape.negated) }
}

/** A set as a class of its own, which may stand inside of another. */
export function writeSet(set: string, negated: boolean): string {
  return `[${negated ? '^' : ''}${set}]`
}

function readChar(rest: string): Member {
  const code = rest.codePointAt(0)!
  return { length: code > 0xffff ? 2 : 1, code }
}
