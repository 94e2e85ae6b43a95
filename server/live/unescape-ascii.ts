// Writes JSON text without the escapes that it does not need.

const ESCAPE = /\\(?:u00([2-7][0-9a-fA-F])|[^])/g

/**
 * Puts printable ASCII characters in place of their `\u00XX`: the same JSON, in the one spelling in which a credential
 * is looked for that is encoded in base64, say, before every character of it was escaped. Quotes and backslashes keep
 * theirs, and an escaped backslash before a `u` is no escape.
 */
export function unescapeAscii(text: string): string {
  if (!text.includes('\\u00')) return text
  return text.replaceAll(ESCAPE, (escape, hex: string | undefined) => {
    const character = hex === undefined ? '' : String.fromCharCode(parseInt(hex, 16))
    return /[ -~]/.test(character) && character !== '"' && character !== '\\' ? character : escape
  })
}
