// The texts of a script: string literals, those that are joined by `..` as one, and comments.
import { readAllTokens, type Token } from '../tokens.ts'

export interface Literal {
  /** After escapes. */
  value: string
  /** As it is written, from the first quote to the last. */
  text: string
  /** Offsets of the text in the source. */
  start: number
  end: number
  /** What it is given to or compared with, as in `name = "…"`; null where that is no plain name. */
  name: string | null
  /** A comment, where people also write down digests and revisions. */
  isComment: boolean
}

export function readLiterals(source: string): Literal[] {
  const all = readAllTokens(source)
  const tokens = all.filter(({ kind }) => kind !== 'comment')
  const literals = all.filter(({ kind }) => kind === 'comment').map(readComment)
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'string') continue
    const first = at
    const values = [tokens[at]!.value]
    for (let next = findJoined(tokens, at); next !== null; next = findJoined(tokens, at)) {
      at = next
      values.push(tokens[at]!.value)
    }
    const { start } = tokens[first]!
    const { end } = tokens[at]!
    const name = findName(tokens, first)
    literals.push({ value: values.join(''), text: source.slice(start, end), start, end, name, isComment: false })
  }
  return literals.sort((a, b) => a.start - b.start)
}

function readComment({ text, start, end }: Token): Literal {
  return { value: text, text, start, end, name: null, isComment: true }
}

/** The string that `..` joins to this one, with or without brackets around; null for none. */
function findJoined(tokens: readonly Token[], at: number): number | null {
  let next = at + 1
  let isJoined = false
  for (; tokens[next] && tokens[next]!.kind !== 'string'; next++) {
    const { text } = tokens[next]!
    if (text === '..' && !isJoined) isJoined = true
    else if (text !== (isJoined ? '(' : ')')) return null
  }
  return isJoined && tokens[next] ? next : null
}

function findName(tokens: readonly Token[], at: number): string | null {
  if (!/^[=~]?=$/.test(tokens[at - 1]?.text ?? '')) return null
  const before = tokens[at - 2]
  if (before?.kind === 'name') return before.text
  // `["name"] = "…"`
  return before?.text === ']' && tokens[at - 3]?.kind === 'string' ? tokens[at - 3]!.value : null
}
