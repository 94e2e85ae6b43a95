// Where in the source an error is: Lua names the line and the word, the column follows from both.

/** A source as text, byte for byte where it came as bytes: columns then count bytes. */
export function readText(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : Array.from(source, (byte) => String.fromCharCode(byte)).join('')
}

export function readLineText(source: string, line: number): string {
  return source.split(/\r\n|\n\r|\n|\r/)[line - 1] ?? ''
}

/** What an error is about: the token that Lua stopped at, or the name of the value that was at fault. */
export function readWord(message: string): string | null {
  const near = / near '((?:[^']|'(?!$))+)'$/.exec(message)
  if (near) return near[1]!
  return /\((?:local|global|field|method|upvalue|constant) '([^']+)'\)$/.exec(message)?.[1] ?? null
}

/** Column of a word on a line, from 1; null where it stands there more than once, or not at all. */
export function findColumn(text: string, word: string): number | null {
  const isName = /^\w+$/.test(word)
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isPart = isName && (/\w/.test(text[at - 1] ?? '') || /\w/.test(text[at + word.length] ?? ''))
    if (!isPart) found.push(at)
  }
  return found.length === 1 ? found[0]! + 1 : null
}
