// One sealed value: AES-256-GCM with a versioned header, bound to the place where it belongs.
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'
import { VaultFailure } from './vault-failure.ts'

// Layout: version (1 byte), length of the key id (1), key id (ASCII), IV (12), tag (16), ciphertext.
const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** What may name a key: it is stored in the clear, in front of every sealed value. */
export const KEY_ID = /^[A-Za-z0-9_-]{1,64}$/

/** Where a sealed value belongs. It opens only with the same words in the same order. */
export type Place = readonly string[]

/** Seals bytes with a key. The IV is random, so the same input never gives the same output. */
export function seal(key: KeyObject, keyId: string, place: Place, plain: Uint8Array): Buffer {
  if (!KEY_ID.test(keyId)) throw new VaultFailure('unknown_key', keyId)
  const header = Buffer.concat([Buffer.from([VERSION, keyId.length]), Buffer.from(keyId, 'ascii')])
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(associatedData(header, place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([header, iv, cipher.getAuthTag(), sealed])
}

/**
 * Opens what {@link seal} made.
 *
 * @param findKey answers the key of an id, or undefined when there is none
 * @throws VaultFailure that says which kind of wrong it was, and nothing of the content
 */
export function open(findKey: (id: string) => KeyObject | undefined, place: Place, sealed: Uint8Array): Buffer {
  const { keyId, header, rest } = readHeader(sealed)
  const key = findKey(keyId)
  if (!key) throw new VaultFailure('unknown_key', keyId)
  const decipher = createDecipheriv(CIPHER, key, rest.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(associatedData(header, place))
  decipher.setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const opened = decipher.update(rest.subarray(IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    // The cause is left out on purpose: nothing that was near the plain bytes travels in an error.
    throw new VaultFailure('not_authentic')
  }
}

/** The id of the key that sealed a value, read without opening it. */
export function keyIdOf(sealed: Uint8Array): string {
  return readHeader(sealed).keyId
}

function readHeader(sealed: Uint8Array): { keyId: string; header: Buffer; rest: Buffer } {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const [version, length] = bytes
  if (version === undefined || length === undefined) throw new VaultFailure('malformed')
  if (version !== VERSION) throw new VaultFailure('unknown_version')
  const header = bytes.subarray(0, 2 + length)
  const keyId = header.toString('latin1', 2)
  const rest = bytes.subarray(2 + length)
  if (rest.length < IV_BYTES + TAG_BYTES || !KEY_ID.test(keyId)) throw new VaultFailure('malformed')
  return { keyId, header, rest }
}

/** JSON keeps the words apart: no two places share one text. */
function associatedData(header: Buffer, place: Place): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify(place), 'utf8')])
}
