// Looks for planted secrets in whatever the product wrote: logs, replies, database dumps, pages.
// It shares no code with the redaction that it judges: that one matches patterns, this one undoes encodings.

export interface CanaryHit {
  /** Name of the canary, as `rest_token`. */
  canary: string
  /** How it was written there. */
  encoding: string
  /** Where, in characters of the text as it was undone. */
  at: number
  /** The surroundings, to find the place. */
  excerpt: string
}

/** Ways of reading a text in which a plain canary would then stand. */
const readings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  percent: undoPercent,
  'percent twice': (text) => undoPercent(undoPercent(text)),
  'JSON escapes': undoEscapes,
  'JSON escapes twice': (text) => undoEscapes(undoEscapes(text)),
  'HTML references': undoReferences,
  'form encoding': (text) => undoPercent(text.replaceAll('+', ' ')),
  'UTF-16': (text) => text.replaceAll('\0', ''),
}

/** Ways of writing a canary so that it stands in a text like that. */
const writings: Record<string, (canary: string) => string[]> = {
  reversed: (canary) => [Array.from(canary).reverse().join('')],
  hex: (canary) => [Buffer.from(canary).toString('hex')],
  'hex, spaced': (canary) => [' ', ':', ', 0x', '\\x'].map((gap) => pairs(canary).join(gap)),
  base64: (canary) => coresOf(canary, 'base64'),
  base64url: (canary) => coresOf(canary, 'base64url'),
  'base64 twice': (canary) => coresOf(Buffer.from(canary).toString('base64'), 'base64'),
  rot13: (canary) => [canary.replaceAll(/[A-Za-z]/g, rotate)],
}

/**
 * Every canary that is in the text, in any encoding, whole and in either case.
 *
 * @param found text, or bytes of any kind (a log, a dump, an image)
 * @param canaries by name; at least 12 characters each, or chance would find them
 */
export function findCanary(found: string | Uint8Array, canaries: Readonly<Record<string, string>>): CanaryHit[] {
  const text = typeof found === 'string' ? found : Buffer.from(found).toString('latin1')
  const texts = Object.entries(readings).map(([encoding, read]): [string, string] => [encoding, read(text)])
  // Wrapped base64 and wrapped hex: the line breaks are taken out, escaped ones too.
  const joined = text.replaceAll(/\\+[rn]|\s/g, '').replaceAll('\\/', '/')
  return Object.entries(canaries).flatMap(([canary, value]) => {
    if (value.length < 12) throw new Error(`The canary ${canary} is too short to be told from chance.`)
    const plain = texts.flatMap(([encoding, read]) => locate(canary, encoding, read, value, true))
    const written = Object.entries(writings).flatMap(([encoding, write]) =>
      write(value).flatMap((needle) =>
        [...texts.map(([, read]) => read), joined].flatMap((read) =>
          locate(canary, encoding, read, needle, !encoding.startsWith('base64')),
        ),
      ),
    )
    return firstOfEach([...plain, ...written])
  })
}

function locate(canary: string, encoding: string, text: string, needle: string, anyCase: boolean): CanaryHit[] {
  const at = anyCase ? text.toLowerCase().indexOf(needle.toLowerCase()) : text.indexOf(needle)
  if (at < 0) return []
  return [{ canary, encoding, at, excerpt: text.slice(Math.max(0, at - 40), at + needle.length + 20) }]
}

function firstOfEach(hits: CanaryHit[]): CanaryHit[] {
  return hits.filter((hit, index) => hits.findIndex(({ encoding }) => encoding === hit.encoding) === index)
}

/** What base64 of the canary has for certain, at each of the three offsets: the characters at the ends may differ. */
function coresOf(canary: string, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.from('\0'.repeat(before) + canary)
      .toString(encoding)
      .replace(/=+$/, '')
    const whole = Math.floor(((before + Buffer.byteLength(canary)) * 8) / 6)
    return text.slice(Math.ceil((before * 8) / 6), whole)
  })
}

function pairs(canary: string): string[] {
  return Array.from(Buffer.from(canary), (byte) => byte.toString(16).padStart(2, '0'))
}

function undoPercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}

function undoEscapes(text: string): string {
  return text.replaceAll(
    /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(["'\\/]))/gi,
    (_all, point, unit, byte, mark) =>
      mark ? String(mark) : String.fromCodePoint(Math.min(parseInt(String(point ?? unit ?? byte), 16), 0x10ffff)),
  )
}

function undoReferences(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));?/gi,
    (_all, hex, decimal, name) =>
      name
        ? named[String(name).toLowerCase()]!
        : String.fromCodePoint(Math.min(hex ? parseInt(String(hex), 16) : Number(decimal), 0x10ffff)),
  )
}

function rotate(letter: string): string {
  const base = letter <= 'Z' ? 65 : 97
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
}
