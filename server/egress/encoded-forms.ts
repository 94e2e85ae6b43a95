// How a value may be written in text: plain, escaped, percent-encoded, in hex, in base64.

// Every repetition is bounded: a vendor that answers a million backslashes must not keep the server busy.
/** A backslash, doubled once for each string that is written inside another string. */
const SLASHES = String.raw`\\{1,15}`
/** Wrapped base64 breaks its lines anywhere (RFC 2045), inside JSON as \n or \r\n. */
const LINE_BREAK = String.raw`(?:[\r\n]|\\{1,15}[rn]|%0[dDaA]){0,4}`
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NAMED: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }
const SHORT_ESCAPES: Record<string, string> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't' }

/** A way of writing a value: its pieces in order, and each of them as the source of a regular expression. */
export interface Form {
  pieces: string[]
  write: (piece: string, index: number) => string
  /** `i` where either case means the same. */
  flags: '' | 'i'
}

/**
 * Text in which every character may be written in its own way: as itself in either case, percent-encoded (also twice),
 * as an escape of JSON or JavaScript (also inside further strings), as a character reference of HTML.
 */
export function textForm(value: string): Form {
  return { pieces: value.match(/\\+|[^\\]/gsu) ?? [], write: writeText, flags: 'i' }
}

const writeText = (piece: string) => (piece.startsWith('\\') ? writeBackslashes(piece) : writeCharacter(piece))

/** A run of backslashes is one piece: as several, each of any length, they could share a long run in too many ways. */
function writeBackslashes({ length }: string): string {
  return String.raw`(?:(?:${writeEscapes('\\')}){${length}}|\\{${length},${15 * length}})`
}

// The character itself comes last, because `&` and `%` also begin their own escapes.
const writeCharacter = remember((character) => `(?:${writeEscapes(character)}|${literal(character)})`)

function writeEscapes(character: string): string {
  const point = character.codePointAt(0)!
  const hex = point.toString(16)
  const bytes = Array.from(Buffer.from(character, 'utf8'), (byte) => `%(?:25){0,3}${toHex(byte, 2)}`)
  const units = Array.from({ length: character.length }, (_, i) => `${SLASHES}u${toHex(character.charCodeAt(i), 4)}`)
  const forms = [bytes.join(''), units.join('')]
  forms.push(String.raw`${SLASHES}u\{0{0,6}${hex}\}`, `&(?:amp;){0,4}#(?:0{0,6}${point}|x0{0,6}${hex});?`)
  if (point < 256) forms.push(`${SLASHES}x${toHex(point, 2)}`)
  if (character in NAMED) forms.push(`&(?:amp;){0,4}${NAMED[character]};`)
  if (character in SHORT_ESCAPES) forms.push(SLASHES + SHORT_ESCAPES[character])
  if (character === ' ') forms.push(literal('+'))
  if (/["'/`$]/.test(character)) forms.push(SLASHES + literal(character))
  return forms.join('|')
}

/** The characters in reverse order, each written in its own way as in {@link textForm}. */
export function reversedForm(value: string): Form {
  return textForm(Array.from(value).reverse().join(''))
}

/** The bytes as hexadecimal digits, with or without something between the pairs. */
export function hexForm(value: string): Form {
  const pieces = Buffer.from(value, 'utf8').toString('hex').match(/../g) ?? []
  return { pieces, write: (pair, index) => (index ? '[ :,-]?' : '') + pair, flags: 'i' }
}

/**
 * The bytes inside base64 or base64url that may have begun before them: one form for each of the three ways in
 * which bytes fall on characters. The characters at both ends that carry only some bits of the value belong to it.
 */
export function base64Forms(value: string): Form[] {
  const bits = Array.from(Buffer.from(value, 'utf8'), (byte) => byte.toString(2).padStart(8, '0')).join('')
  return [0, 2, 4].map((neighbours) => {
    // Bits of neighbours are unknown: written as a dot, which any bit matches.
    const pieces = ('.'.repeat(neighbours) + bits).match(/.{1,6}/g) ?? []
    return { pieces: [...pieces, ''], write: writeBase64, flags: '' }
  })
}

const writeBase64 = (bits: string, index: number) =>
  bits
    ? (index ? LINE_BREAK : '') + writeSextet(bits.padEnd(6, '.'))
    : `(?:${LINE_BREAK}(?:=|%3[dD]|${SLASHES}u003[dD])){0,2}`

/** Six bits as a character of base64 or base64url, itself perhaps escaped. */
const writeSextet = remember((bits) => {
  const pattern = new RegExp(`^${bits}$`)
  const fitting = Array.from(BASE64).filter((_, index) => pattern.test(index.toString(2).padStart(6, '0')))
  const plain = fitting.filter((character) => /[A-Za-z0-9]/.test(character)).join('')
  const forms = plain ? [`[${plain}]`] : []
  if (fitting.includes('+')) forms.push(`[+-]|%2[bB]|${SLASHES}u002[bB]`)
  if (fitting.includes('/')) forms.push(String.raw`\\{0,15}\/|_|%2[fF]|${SLASHES}u002[fF]`)
  return `(?:${forms.join('|')})`
})

/** A character as the source of a regular expression, whatever it means there. */
export const literal = remember((character) =>
  Array.from({ length: character.length }, (_, i) => String.raw`\u${toHex(character.charCodeAt(i), 4)}`).join(''),
)

function toHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** Keeps the answers for single characters: the same few dozen make up every key. Characters say nothing of a key. */
function remember(write: (piece: string) => string): (piece: string) => string {
  const known = new Map<string, string>()
  return (piece) => {
    const source = known.get(piece) ?? write(piece)
    if (known.size < 1000) known.set(piece, source)
    return source
  }
}
