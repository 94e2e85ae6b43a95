// Lines and columns of a text, both from 1, against offsets into it, from 0.

/** Offset of the first character of a line; of the last line when there are fewer. */
export function lineStart(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', offset)
    if (end < 0) break
    offset = end + 1
  }
  return offset
}

export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
