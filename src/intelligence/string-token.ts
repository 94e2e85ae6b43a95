// A quoted string of Lua: where it ends, and what its escapes stand for.

const SIMPLE: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '\n',
}

/** Escapes in the order of trying: decimal byte, hex byte, code point, white space to skip, any single character. */
const ESCAPE = /\\(?:(\d{1,3})|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]{1,8})\}|(z)\s*|(\r\n|[\s\S]))/y

/**
 * Reads the string whose quote stands at `start`. Without its closing quote it ends with the line.
 * Bytes above 127 come out as the character of that number: names of functions never hold one.
 */
export function readString(source: string, start: number): { value: string; end: number } {
  const quote = source[start]!
  let value = ''
  let at = start + 1
  while (at < source.length && source[at] !== '\n') {
    if (source[at] === quote) return { value, end: at + 1 }
    if (source[at] === '\\') {
      ESCAPE.lastIndex = at
      const match = ESCAPE.exec(source)
      if (!match) return { value, end: source.length }
      value += decodeEscape(match)
      at += match[0].length
    } else {
      value += source[at]!
      at++
    }
  }
  return { value, end: at }
}

function decodeEscape([, decimal, hex, point, skip, single]: RegExpExecArray): string {
  if (decimal) return String.fromCharCode(Number(decimal))
  if (hex) return String.fromCharCode(parseInt(hex, 16))
  if (point) return parseInt(point, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(point, 16)) : '\ufffd'
  if (skip) return ''
  return SIMPLE[single!] ?? single!
}
