// The master keys of this server: read from the setting MASTER_KEYS, made on first start.
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { KEY_ID } from './seal.ts'

const KEY_BYTES = 32

/** A master key. A KeyObject does not show its bytes when it is printed. */
export interface MasterKey {
  id: string
  key: KeyObject
}

/** The first key seals; the others only open what was sealed before. */
export type KeyRing = readonly [MasterKey, ...MasterKey[]]

/**
 * Reads `id:base64,id:base64`, the newest key first. Keys are 32 bytes in base64 or base64url.
 *
 * @throws Error with one sentence that names the entry, never its value
 * @example parseKeyRing('k2:…,k1:…')[0].id // 'k2', the key that seals
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseKey)
  const [first, ...others] = keys
  if (!first) throw new Error('MASTER_KEYS is empty. Give at least one key as id:base64.')
  const ids = new Set(keys.map(({ id }) => id))
  if (ids.size < keys.length) throw new Error('MASTER_KEYS names the same id twice. Each key needs an id of its own.')
  return [first, ...others]
}

function parseKey(entry: string, index: number): MasterKey {
  const [id = '', value = ''] = entry.split(':', 2)
  const place = `Key ${index + 1} of MASTER_KEYS`
  if (!entry.includes(':') || !KEY_ID.test(id)) {
    throw new Error(`${place} has no id. Write id:base64, the id in letters, digits, _ and -.`)
  }
  const bytes = Buffer.from(value, 'base64')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(value) || bytes.length !== KEY_BYTES) {
    throw new Error(`${place} ("${id}") is not 32 bytes in base64.`)
  }
  return { id, key: createSecretKey(bytes) }
}

/** A fresh master key as text for MASTER_KEYS: `id:base64`. The id is random, so that keys of two servers differ. */
export function createMasterKey(): string {
  return `${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`
}
