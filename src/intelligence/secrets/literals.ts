// String literals of a script, those that are joined by `..` as one.
import { readTokens, type Token } from '../tokens.ts'

export interface Literal {
  /** After escapes. */
  value: string
  /** As it is written, from the first quote to the last. */
  text: string
  /** Offsets of the text in the source. */
  start: number
  end: number
  /** What it is given to, as in `name = "…"`; null where that is no plain name. */
  name: string | null
}

export function readLiterals(source: string): Literal[] {
  const tokens = readTokens(source)
  const literals: Literal[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'string') continue
    const first = at
    const values = [tokens[at]!.value]
    while (tokens[at + 1]?.text === '..' && tokens[at + 2]?.kind === 'string') {
      at += 2
      values.push(tokens[at]!.value)
    }
    const { start } = tokens[first]!
    const { end } = tokens[at]!
    literals.push({ value: values.join(''), text: source.slice(start, end), start, end, name: findName(tokens, first) })
  }
  return literals
}

function findName(tokens: readonly Token[], at: number): string | null {
  if (tokens[at - 1]?.text !== '=') return null
  const before = tokens[at - 2]
  if (before?.kind === 'name') return before.text
  // `["name"] = "…"`
  return before?.text === ']' && tokens[at - 3]?.kind === 'string' ? tokens[at - 3]!.value : null
}
