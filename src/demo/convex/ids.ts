// Ids of documents as Convex writes them: table number, 16 bytes and a checksum, in base32.
// Source: crates/value/src/id_v6.rs and npm-packages/id-encoding of get-convex/convex-backend.

/** Crockford's alphabet, lower case. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SHORTEST = 31
const LONGEST = 37

/** What is wrong with an id, in the vendor's words. */
export class IdError extends Error {}

/**
 * The id of the `count`th document of a fake, the same every time: its 16 bytes are drawn from the count.
 *
 * @param table number of the table, below 128 × 128
 */
export function encodeId(table: number, count: number): string {
  const head = table < 128 ? [table] : [(table % 128) + 128, Math.floor(table / 128)]
  const body = [...head, ...drawBytes(table * 65_536 + count)]
  const [low, high] = checksum(body)
  return writeBase32([...body, low, high])
}

/** The number of the table that an id belongs to. @throws IdError as the vendor says it */
export function decodeId(id: string): number {
  if (id.length < SHORTEST || id.length > LONGEST)
    throw new IdError(`Unable to decode ID: Invalid ID length ${id.length}`)
  const bytes = readBase32(id)
  const length = bytes[0]! < 128 ? 1 : 2
  const body = bytes.slice(0, length + 16)
  const [low, high] = checksum(body)
  if (bytes.length !== length + 18) throw new IdError(`Unable to decode ID: Invalid ID length ${id.length}`)
  const [first, second] = bytes.slice(-2) as [number, number]
  if (first !== low || second !== high) {
    const [found, expected] = [first + second * 256, low + high * 256]
    throw new IdError(`Unable to decode ID: Invalid ID version ${found} (expected ${expected})`)
  }
  return length === 1 ? bytes[0]! : bytes[0]! - 128 + bytes[1]! * 128
}

/** Sixteen bytes that follow from a number alone (a linear congruential generator). */
function drawBytes(seed: number): number[] {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return Array.from({ length: 16 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

/** Fletcher-16 (RFC 1145, appendix I), its two bytes from low to high. */
function checksum(bytes: readonly number[]): [low: number, high: number] {
  let low = 0
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 256
    high = (high + low) % 256
  }
  return [low, high]
}

function writeBase32(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .match(/.{1,5}/g)!
    .map((part) => ALPHABET[parseInt(part.padEnd(5, '0'), 2)])
    .join('')
}

function readBase32(text: string): number[] {
  const bits = Array.from(text, (letter) => {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) throw new IdError("Unable to decode ID: ID wasn't valid base32")
    return value.toString(2).padStart(5, '0')
  }).join('')
  return (bits.match(/.{8}/g) ?? []).map((part) => parseInt(part, 2))
}
