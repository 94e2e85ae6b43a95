// The master keys as the vault holds them: made from the settings once, and not printable.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { KEY_ID } from './seal.ts'

const KEY_BYTES = 32

/** A master key as the settings give it: `reveal()` answers 32 bytes in base64 or base64url. */
export interface MasterKey {
  id: string
  key: { reveal(): string }
}

/** The first key seals; all of them open. */
export interface KeyRing {
  active: { id: string; key: KeyObject }
  find: (id: string) => KeyObject | undefined
}

/**
 * Takes the keys in. A KeyObject shows nothing of its bytes to console, JSON or inspector.
 *
 * @throws Error that names the id of a wrong key, never the key
 */
export function createKeyRing(masterKeys: readonly MasterKey[]): KeyRing {
  const keys = new Map<string, KeyObject>()
  for (const { id, key } of masterKeys) {
    if (!KEY_ID.test(id)) throw new Error(`The id of a master key is not made of letters, digits, _ and -: "${id}".`)
    if (keys.has(id)) throw new Error(`Two master keys have the id "${id}". Each needs its own.`)
    const bytes = Buffer.from(key.reveal(), 'base64')
    if (bytes.length !== KEY_BYTES) throw new Error(`The master key "${id}" is not ${KEY_BYTES} bytes in base64.`)
    keys.set(id, createSecretKey(bytes))
    bytes.fill(0)
  }
  const [first] = keys
  if (!first) throw new Error('There is no master key to seal credentials with.')
  return { active: { id: first[0], key: first[1] }, find: (id) => keys.get(id) }
}
