// Where in the source an error is: Lua names the line and the word, the column follows from both.

const LINE_BREAK = /\r\n|\n\r|\n|\r/

/** A source as text; one that is not UTF-8 byte for byte, columns then count bytes. */
export function readText(source: string | Uint8Array): string {
  if (typeof source === 'string') return source
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source)
  } catch {
    return Array.from(source, (byte) => String.fromCharCode(byte)).join('')
  }
}

export function readLineText(source: string, line: number): string {
  return source.split(LINE_BREAK)[line - 1] ?? ''
}

/** The source before a column (from 1) of a line. */
export function readUpTo(source: string, line: number, column: number): string {
  let start = 0
  for (let at = 1; at < line; at++) {
    const found = LINE_BREAK.exec(source.slice(start))
    if (!found) break
    start += found.index + found[0].length
  }
  return source.slice(0, start + column - 1)
}

/** Columns, from 1, at which a word begins on a line; a name counts where it stands alone. */
export function findColumns(text: string, word: string): number[] {
  const isName = /^\w+$/.test(word)
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isPart = isName && (/\w/.test(text[at - 1] ?? '') || /\w/.test(text[at + word.length] ?? ''))
    if (!isPart) found.push(at + 1)
  }
  return found
}
