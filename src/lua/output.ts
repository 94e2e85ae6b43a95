// Passes on what a script prints, up to the limits, and says once where it was cut.
import { formatLimit } from '../contract/format-limit.ts'

const encoder = new TextEncoder()

interface OutputLimits {
  outputBytes: number
  outputLines: number
}

/** Returns a writer of text. What goes beyond a limit is left out, and one line says so; after it comes nothing more. */
export function createOutput(limits: OutputLimits, write: (text: string) => void): (text: string) => void {
  let bytes = 0
  let lines = 0
  let isCut = false

  function cut(kept: string, limit: string) {
    isCut = true
    if (kept) write(kept.endsWith('\n') ? kept : `${kept}\n`)
    write(`output cut at ${limit}\n`)
  }

  return (text) => {
    if (isCut || !text) return
    const line = findBreak(text, limits.outputLines - lines)
    const byLines = line === null ? text : text.slice(0, line)
    const kept = fitBytes(byLines, limits.outputBytes - bytes)
    if (kept.length < byLines.length) return cut(kept, formatLimit(limits.outputBytes, 'bytes'))
    if (line !== null) return cut(kept, `${formatLimit(limits.outputLines, 'count')} lines`)
    bytes += encoder.encode(text).length
    lines += text.split('\n').length - 1
    write(text)
  }
}

/** Where the text goes beyond so many lines, or null. A last line break begins no new line. */
function findBreak(text: string, lines: number): number | null {
  let at = 0
  for (let line = 0; line < lines; line++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return null
    at = end + 1
  }
  return at < text.length ? at : null
}

/** As much of the text, in whole characters, as fits in so many bytes of UTF-8. */
function fitBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text
  return text.slice(0, encoder.encodeInto(text, new Uint8Array(bytes)).read)
}
