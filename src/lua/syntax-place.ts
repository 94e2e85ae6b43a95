// The column at which Lua stopped to understand a script: it names the line and the token, here the one among several is found.
import { findColumns, readLineText, readUpTo } from './place.ts'
import { readLine } from './traceback.ts'

export interface Place {
  /** From 1; null where Lua named none. */
  line: number | null
  column: number | null
}

/**
 * Finds the place of a syntax error.
 *
 * @param parse answers Lua's message for a source, or null where it has none to make
 */
export function findSyntaxPlace(source: string, message: string, parse: (source: string) => string | null): Place {
  const line = readLine(message)
  if (line === null) return { line, column: null }
  const text = readLineText(source, line)
  if (message.endsWith('near <eof>')) return { line, column: text.length + 1 }
  const token = readToken(message)
  if (token !== null) {
    const found = listPlaces(text, token)
    const isFault = ({ after }: Found) => parse(readUpTo(source, line, after)) === message
    const place = found.length === 1 ? found[0] : findFirst(found, isFault)
    return { line, column: place?.column ?? null }
  }
  return findNamed(source, message) ?? { line, column: null }
}

/**
 * The first place of which `isFault` holds: cut off behind the very token that Lua stopped at, or behind a later one, the
 * script has the same fault; before it, another or none. Few are tried, since a line may hold a token 100,000 times.
 */
function findFirst(found: readonly Found[], isFault: (place: Found) => boolean): Found | undefined {
  let [low, high] = [0, found.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFault(found[middle]!)) high = middle
    else low = middle + 1
  }
  return found[low]
}

/** A token from its first column to the one after it. */
interface Found {
  column: number
  after: number
}

/** What Lua says it stopped at; a byte that is no text of Lua's is written as `<\195>`. */
function readToken(message: string): string | number | null {
  const token = / near '((?:[^']|'(?!$))+)'$/.exec(message)?.[1]
  if (token === undefined) return null
  const byte = /^<\\(\d+)>$/.exec(token)?.[1]
  return byte === undefined ? token : Number(byte)
}

function listPlaces(text: string, token: string | number): Found[] {
  if (typeof token === 'string') {
    const whole = findColumns(text, token)
    // Of a malformed number Lua names what it read until then.
    const columns = whole.length ? whole : [text.indexOf(token) + 1].filter(Boolean)
    return columns.map((column) => ({ column, after: column + token.length }))
  }
  const encoder = new TextEncoder()
  const found: Found[] = []
  let column = 1
  for (const character of text) {
    if (encoder.encode(character)[0] === token) found.push({ column, after: column + character.length })
    column += character.length
  }
  return found
}

/** Faults that Lua sees at the end of a block, and reports with the name of what caused them. */
const NAMED: [message: RegExp, word: (name: string) => string][] = [
  [/no visible label '(\w+)' for <goto> at line (\d+)$/, (name) => name],
  [/()break outside (?:a )?loop at line (\d+)$/, () => 'break'],
  [/main\.lua:()(\d+): .*/, () => ''],
]

function findNamed(source: string, message: string): Place | null {
  for (const [pattern, word] of NAMED) {
    const [, name = '', at] = pattern.exec(message) ?? []
    if (at === undefined) continue
    const line = Number(at)
    const quoted = word(name) || /'(\w+)'/.exec(message)?.[1]
    const columns = quoted === undefined ? [] : findColumns(readLineText(source, line), quoted)
    return { line, column: columns.length === 1 ? columns[0]! : null }
  }
  return null
}
