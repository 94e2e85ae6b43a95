// Where a script seems to hold a credential: asked before it is shared, by the page and by the server alike.
import { findKnownForms } from './secrets/known-forms.ts'
import { readLiterals } from './secrets/literals.ts'
import { findRandomText } from './secrets/random-text.ts'
import { type SecretKind, type SecretSpan } from './secrets/secret-span.ts'
import { findVendorKeys } from './secrets/vendor-keys.ts'

export { type SecretKind }

/** A place in a script; never what stands there. */
export interface FoundSecret {
  /** Both from 1; the column in UTF-16 units, as editors count. */
  line: number
  column: number
  /** As far as the end of its first line. */
  length: number
  kind: SecretKind
}

/** More would tell nobody more. */
const MOST = 100

/**
 * Finds what looks like a credential, in order of the text, at most 100 places. Literals that are joined by `..` are
 * read as one. Takes time in proportion to the length of the source, whatever it holds.
 *
 * @param patterns `secretPatterns` of all integrations in the catalog index
 */
export function findSecrets(source: string, patterns: readonly string[]): FoundSecret[] {
  const written = findForms(source, patterns)
  const texts = readLiterals(source)
  const literals = texts.filter(({ isComment }) => !isComment)
  // What an escape or `..` hides from a look at the source is looked for in the values, all of them at once.
  const values = literals.map(({ value }) => value).join('\n')
  const starts = listStarts(literals.map(({ value }) => value.length))
  const hidden = findForms(values, patterns).map(({ start, kind }): SecretSpan => {
    const literal = literals[findIndex(starts, start)]!
    return { start: literal.start, end: literal.end, kind }
  })
  const random = texts.flatMap((literal) => findRandomText(literal))
  return locate(source, pickSpans(written, pickSpans(hidden, random)).slice(0, MOST))
}

/** Whether a text that is no Lua, such as a title, seems to hold a credential. */
export function hasSecret(text: string, patterns: readonly string[]): boolean {
  const literal = { value: text, text, start: 0, end: text.length, name: null, isComment: false }
  return findForms(text, patterns).length > 0 || findRandomText(literal).length > 0
}

function findForms(text: string, patterns: readonly string[]): SecretSpan[] {
  return pickSpans(findVendorKeys(text, patterns), findKnownForms(text))
}

/** The first ones, and those of the second that meet none of the first; in order, none over another. */
function pickSpans(first: readonly SecretSpan[], second: readonly SecretSpan[]): SecretSpan[] {
  const certain = separate(first)
  let at = 0
  const more = separate(second).filter(({ start, end }) => {
    while (at < certain.length && certain[at]!.end <= start) at++
    return !(at < certain.length && certain[at]!.start < end)
  })
  return [...certain, ...more].sort((a, b) => a.start - b.start)
}

/** In order, without those that begin inside one before them. */
function separate(spans: readonly SecretSpan[]): SecretSpan[] {
  let reached = 0
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reached) return false
      reached = end
      return true
    })
}

function locate(source: string, spans: readonly SecretSpan[]): FoundSecret[] {
  const lines = listStarts(source.split('\n').map((line) => line.length))
  return spans.map(({ start, end, kind }) => {
    const line = findIndex(lines, start)
    const lineEnd = (lines[line + 1] ?? source.length + 1) - 1
    return { line: line + 1, column: start - lines[line]! + 1, length: Math.min(end, lineEnd) - start, kind }
  })
}

/** Offsets at which texts begin that are joined by one character. */
function listStarts(lengths: readonly number[]): number[] {
  let next = 0
  return lengths.map((length) => {
    const start = next
    next += length + 1
    return start
  })
}

/** Index of the last start that is not behind the offset. */
function findIndex(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
