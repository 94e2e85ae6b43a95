// The vault: master key ring → one data key per user → one sealed value per credential field.
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { KeyCache } from './key-cache.ts'
import { createKeyRing, type MasterKey } from './key-ring.ts'
import { keyIdOf, open, seal, type Place } from './seal.ts'
import { Secret } from './secret.ts'
import { VaultFailure } from './vault-failure.ts'

/** How many opened user keys stay in memory. */
const CACHED_KEYS = 512

/** A user's data key as it is stored: sealed with a master key, and useless without it. */
export interface UserKey {
  /** Random name; each field sealed with this key carries it. */
  id: string
  wrapped: Uint8Array
}

/** The account whose fields are sealed. `account` is its id, which no rename changes. */
export interface AccountPlace {
  user: string
  integration: string
  account: string
}

export interface Vault {
  /** Makes a data key for a user: store it, and seal this user's fields with it. */
  newUserKey(user: string): UserKey
  /** Seals one field of an account. */
  sealField(key: UserKey, place: AccountPlace, field: string, value: { reveal(): string }): Buffer
  /**
   * Opens fields of one account, by field key.
   *
   * @throws VaultFailure when any of them was sealed for another place, is damaged, or its key is missing
   */
  openFields(key: UserKey, place: AccountPlace, fields: Readonly<Record<string, Uint8Array>>): Record<string, Secret>
  /** Whether a stored user key was wrapped with a master key that is no longer the first of the ring. */
  needsRewrap(key: UserKey): boolean
  /** The same data key, wrapped with the first master key: rotation touches no field. */
  rewrap(user: string, key: UserKey): UserKey
}

/** Creates the vault over the master keys of the settings, the one that seals first. */
export function createVault(masterKeys: readonly MasterKey[]): Vault {
  const { active, find } = createKeyRing(masterKeys)
  const cache = new KeyCache(CACHED_KEYS)

  function unwrap(user: string, { id, wrapped }: UserKey): KeyObject {
    const bytes = open(find, userKeyPlace(user, id), wrapped)
    const key = createSecretKey(bytes)
    bytes.fill(0)
    return key
  }

  function wrap(user: string, id: string, bytes: Buffer): UserKey {
    const wrapped = seal(active.key, active.id, userKeyPlace(user, id), bytes)
    bytes.fill(0)
    return { id, wrapped }
  }

  const dataKey = (user: string, key: UserKey) =>
    cache.get(JSON.stringify([user, key.id, keyIdOf(key.wrapped)]), () => unwrap(user, key))

  return {
    newUserKey: (user) => wrap(user, randomBytes(9).toString('base64url'), randomBytes(32)),
    sealField(key, place, field, value) {
      const plain = Buffer.from(value.reveal(), 'utf8')
      return seal(dataKey(place.user, key), key.id, fieldPlace(place, field), plain)
    },
    openFields(key, place, fields) {
      const opened = dataKey(place.user, key)
      const findKey = (id: string) => (id === key.id ? opened : undefined)
      const secrets = Object.entries(fields).map(([field, sealed]): [string, Secret] => {
        const plain = open(findKey, fieldPlace(place, field), sealed)
        return [field, new Secret(plain.toString('utf8'))]
      })
      return Object.fromEntries(secrets)
    },
    needsRewrap: (key) => keyIdOf(key.wrapped) !== active.id,
    rewrap: (user, key) => wrap(user, key.id, unwrap(user, key).export()),
  }
}

function userKeyPlace(user: string, id: string): Place {
  return ['kosmo user key', user, id]
}

function fieldPlace({ user, integration, account }: AccountPlace, field: string): Place {
  if (!user || !integration || !account || !field) throw new VaultFailure('malformed')
  return ['kosmo credential', user, integration, account, field]
}
