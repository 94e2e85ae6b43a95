// Long random strings in literals and comments: keys whose form nobody knows, told from ids, words, addresses and encoded files.
import { type Literal } from './literals.ts'
import { findNameBefore, isCalledSecret, judgeName } from './secret-name.ts'
import { type SecretSpan } from './secret-span.ts'

const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g
const HEX = /^(?:[0-9a-f]+|[0-9A-F]+)$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** RFC 9562: version and variant stand at fixed places. Without its dashes nothing else tells a UUID from a key. */
const BARE_UUID = /^[0-9a-f]{12}[1-8][0-9a-f]{3}[89ab][0-9a-f]{15}$/i
/** `user_2abc…`, `srv-…`: a word that says of what it is the id, unless it says that it is a key. */
const PREFIXED_ID = /^(?!sk[_-]|[a-z]*(?:key|secret|token|pass|pwd|auth|priv))[a-z]{2,16}[_-][A-Za-z0-9]{8,32}$/
/** A digest that says what it is: `sha256:…`, `md5-…`. */
const DIGEST = /(?:sha-?\d{1,3}|md5)[:=-]$/i
/** How the base64 of common files begins: PNG, JPEG, GIF, PDF, ZIP, gzip, WebP and others of RIFF. */
const FILE = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|JVBERi|UEsDB|H4sI|UklGR)/

/** From how many characters on: hex, small and capital letters mixed, and the rest. */
const LEAST = { hex: 32, mixed: 30, plain: 44 }
const LEAST_CLOSED = { hex: 20, mixed: 20, plain: 20 }

export function findRandomText({ value, text, start, end, name, isComment }: Literal): SecretSpan[] {
  if (value.length < 20) return []
  const runs = [...value.matchAll(RUN)].filter(({ index, 0: run }) => {
    const named = judgeName(findNameBefore(value, index)) ?? judgeName(name)
    if (named === 'open' || isOpen(value, index)) return false
    if (named === 'closed') return isRandom(run, LEAST_CLOSED, true)
    if (isComment && HEX.test(run) && !isCalledSecret(value, index)) return false
    return isRandom(run, LEAST, false)
  })
  if (!runs.length) return []
  // Where the value stands in the text as it is, the places are exact.
  const at = text.indexOf(value)
  if (at < 0) return [{ start, end, kind: 'random' }]
  return runs.map(({ index, 0: run }): SecretSpan => {
    const from = start + at + index
    return { start: from, end: from + run.length, kind: 'random' }
  })
}

/** @param isNamed whether its name says that it is a secret: then no form of an id excuses it */
function isRandom(run: string, least: typeof LEAST, isNamed: boolean): boolean {
  if (UUID.test(run) || BARE_UUID.test(run)) return isNamed
  if (FILE.test(run) || (PREFIXED_ID.test(run) && !isNamed)) return false
  if (HEX.test(run)) return run.length >= least.hex && /\d/.test(run) && /[a-f]/i.test(run) && measureEntropy(run) > 2.8
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length
  if (kinds < 2) return false
  // Small letters and digits alone are what ids of databases are made of.
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run)
  if (run.length < (isMixed ? least.mixed : least.plain)) return false
  // Many signs are between words, where there are words.
  const isJoined = (run.match(/[+/_-]/g)?.length ?? 0) > run.length / 10
  return measureEntropy(run) > 3.4 && measureWords(run) < (isJoined ? 0.2 : 0.65) && !isEncodedText(run)
}

/** Whether what stands before says that it is none: a digest's name, or an address whose query has not begun. */
function isOpen(value: string, index: number): boolean {
  const before = value.slice(Math.max(0, index - 500), index)
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1)
  return DIGEST.test(word) || (word.includes('://') && !/[?#]/.test(word))
}

/** Shannon entropy in bits per character. */
function measureEntropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Which part of a text is in words: four letters and more, of one case but for a capital in front. */
function measureWords(text: string): number {
  const words = text.match(/[A-Z][a-z]{3,}|[a-z]{4,}|[A-Z]{4,}/g) ?? []
  return words.reduce((sum, word) => sum + word.length, 0) / text.length
}

/** Base64 of something that people read: bytes of a key are as good as never UTF-8 without control characters. */
function isEncodedText(run: string): boolean {
  try {
    const decoded = atob(run.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(decoded, (character) => character.charCodeAt(0))
    return !/[^\P{Cc}\t\n\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
