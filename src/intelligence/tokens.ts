// Lua 5.4 source as tokens. Tolerant: unfinished text gives tokens too, and nothing throws.
// https://www.lua.org/manual/5.4/manual.html#3.1
import { readString } from './string-token.ts'

export type TokenKind = 'name' | 'keyword' | 'string' | 'number' | 'symbol' | 'comment'

export interface Token {
  kind: TokenKind
  /** The source text as it stands. */
  text: string
  /** Value of a string after its escapes; the text for everything else. */
  value: string
  /** Line where it begins, from 1. */
  line: number
  /** Offset of its first character, and the one after its last, in UTF-16 units. */
  start: number
  end: number
}

const KEYWORDS = new Set(
  (
    'and break do else elseif end false for function goto if in local nil not or repeat return then true until ' +
    'while'
  ).split(' '),
)

const SPACE = /\s+/y
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y
const NUMBER = /0[xX][0-9A-Fa-f.]*(?:[pP][+-]?\d*)?|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d*)?/y
const SYMBOL = /\.\.\.|\.\.|==|~=|<=|>=|\/\/|::|<<|>>|[-+*/%^#&~|<>=(){}[\];:,.]/y
const LONG = /\[(=*)\[/y

/** Reads all tokens, comments left out. */
export function readTokens(source: string): Token[] {
  return readAllTokens(source).filter(({ kind }) => kind !== 'comment')
}

/** Reads all tokens, comments included. A character that Lua does not know is passed over. */
export function readAllTokens(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let line = 1
  // A first line that begins with # is for the shell.
  if (source.startsWith('#')) at = findEnd(source, '\n', 0)
  while (at < source.length) {
    const space = endMatch(SPACE, source, at)
    const found = space ? null : readToken(source, at)
    const end = found?.end ?? (space || at + 1)
    if (found) {
      const text = source.slice(at, end)
      tokens.push({ kind: found.kind, text, value: found.value ?? text, line, start: at, end })
    }
    line += countLines(source, at, end)
    at = end
  }
  return tokens
}

interface Found {
  kind: TokenKind
  end: number
  value?: string
}

function readToken(source: string, at: number): Found | null {
  if (source.startsWith('--', at)) return { kind: 'comment', end: endComment(source, at + 2) }
  const character = source[at]
  const long = character === '[' ? matchAt(LONG, source, at) : null
  if (long) return readLong(source, at, long)
  if (character === '"' || character === "'") return { kind: 'string', ...readString(source, at) }
  const name = endMatch(NAME, source, at)
  if (name) return { kind: KEYWORDS.has(source.slice(at, name)) ? 'keyword' : 'name', end: name }
  const number = endMatch(NUMBER, source, at)
  if (number) return { kind: 'number', end: number }
  const symbol = endMatch(SYMBOL, source, at)
  return symbol ? { kind: 'symbol', end: symbol } : null
}

/** A long string: its value begins after one line break, if there is one at its start. */
function readLong(source: string, at: number, opening: RegExpExecArray): Found {
  const closing = `]${opening[1]}]`
  const start = at + opening[0].length
  const stop = source.indexOf(closing, start)
  const value = source.slice(start, stop < 0 ? source.length : stop).replace(/^(\r\n|\n\r|\r|\n)/, '')
  return { kind: 'string', value, end: stop < 0 ? source.length : stop + closing.length }
}

function endComment(source: string, at: number): number {
  const long = matchAt(LONG, source, at)
  if (long) return findEnd(source, `]${long[1]}]`, at)
  return source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at)
}

function findEnd(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found < 0 ? source.length : found + text.length
}

/** Offset behind what a sticky pattern matches here; 0 where it does not. */
function endMatch(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : 0
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** Looks at no character outside: a search for the next line break would, once per token of a long line. */
function countLines(source: string, start: number, end: number): number {
  let lines = 0
  for (let at = start; at < end; at++) if (source.charCodeAt(at) === 10) lines++
  return lines
}
