// What the vault promises: only the right key at the right place opens a value, and rotation touches no field.
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { type MasterKey } from './key-ring.ts'
import { Secret } from './secret.ts'
import { VaultFailure, type VaultReason } from './vault-failure.ts'
import { createVault, type AccountPlace } from './vault.ts'

const plain = 'AXlmACQgNjY1 ünï €'
const place: AccountPlace = { user: 'u1', integration: 'upstash', account: 'a1' }

const makeMasterKey = (id: string): MasterKey => ({ id, key: new Secret(randomBytes(32).toString('base64')) })
const first = makeMasterKey('k1')
const vault = createVault([first])
const key = vault.newUserKey('u1')
const sealed = vault.sealField(key, place, 'rest_token', new Secret(plain))

function expectFailure(act: () => unknown, ...reasons: VaultReason[]) {
  let failure: unknown
  try {
    act()
  } catch (error) {
    failure = error
  }
  expect(failure).toBeInstanceOf(VaultFailure)
  expect(reasons).toContain((failure as VaultFailure).reason)
  expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(plain)
  expect(JSON.stringify((failure as VaultFailure).error)).not.toContain(plain)
}

const openAt = (at: AccountPlace, field = 'rest_token', bytes: Uint8Array = sealed) =>
  vault.openFields(key, at, { [field]: bytes })

test('opens what it sealed, as a Secret', () => {
  const { rest_token } = openAt(place)
  expect(rest_token).toBeInstanceOf(Secret)
  expect(rest_token?.reveal()).toBe(plain)
})

test.each(['', 'a', '\0', '🔑'.repeat(5000)])('any text comes back as it was (%#)', (text) => {
  const bytes = vault.sealField(key, place, 'f', new Secret(text))
  expect(vault.openFields(key, place, { f: bytes })['f']?.reveal()).toBe(text)
})

test('sealing twice gives different bytes, and neither holds the plain text', () => {
  const again = vault.sealField(key, place, 'rest_token', new Secret(plain))
  expect(again.equals(sealed)).toBe(false)
  expect(again.includes(plain)).toBe(false)
  expect(again.length).toBe(2 + key.id.length + 12 + 16 + Buffer.byteLength(plain))
})

test.each<[string, AccountPlace, string]>([
  ['integration', { ...place, integration: 'clerk' }, 'rest_token'],
  ['account', { ...place, account: 'a2' }, 'rest_token'],
  ['field', place, 'api_key'],
  ['account and integration joined otherwise', { ...place, integration: 'upstash","a1', account: 'a1' }, 'rest_token'],
])('a value moved to another %s does not open', (_what, at, field) => {
  expectFailure(() => openAt(at, field), 'not_authentic')
})

test('a value moved to another user does not open, with their key or with the first', () => {
  const other = vault.newUserKey('u2')
  expectFailure(() => vault.openFields(other, { ...place, user: 'u2' }, { rest_token: sealed }), 'unknown_key')
  expectFailure(() => vault.openFields(key, { ...place, user: 'u2' }, { rest_token: sealed }), 'not_authentic')
  const renamed = { ...other, id: key.id }
  expectFailure(() => vault.openFields(renamed, { ...place, user: 'u2' }, { rest_token: sealed }), 'not_authentic')
})

test('a flipped bit in any byte is noticed', () => {
  for (let index = 0; index < sealed.length; index++) {
    const bytes = Buffer.from(sealed)
    bytes[index]! ^= 1 << (index % 8)
    expectFailure(
      () => openAt(place, 'rest_token', bytes),
      'unknown_version',
      'malformed',
      'unknown_key',
      'not_authentic',
    )
  }
})

test('a flipped bit in any byte of a stored user key is noticed', () => {
  for (let index = 0; index < key.wrapped.length; index++) {
    const wrapped = Buffer.from(key.wrapped)
    wrapped[index]! ^= 1 << (index % 8)
    const fresh = createVault([first])
    const act = () => fresh.openFields({ id: key.id, wrapped }, place, { rest_token: sealed })
    expectFailure(act, 'unknown_version', 'malformed', 'unknown_key', 'not_authentic')
  }
})

test('every truncation is noticed', () => {
  for (let length = 0; length < sealed.length; length++) {
    expectFailure(
      () => openAt(place, 'rest_token', sealed.subarray(0, length)),
      'malformed',
      'unknown_key',
      'not_authentic',
    )
  }
})

test('a shorter tag is not accepted', () => {
  const head = 2 + key.id.length + 12
  const short = Buffer.concat([sealed.subarray(0, head + 12), sealed.subarray(head + 16)])
  expectFailure(() => openAt(place, 'rest_token', short), 'not_authentic')
})

test('an unknown version is said to be one', () => {
  const bytes = Buffer.from(sealed)
  bytes[0] = 2
  expectFailure(() => openAt(place, 'rest_token', bytes), 'unknown_version')
})

test('an empty place is refused before anything is sealed', () => {
  expectFailure(() => vault.sealField(key, { ...place, account: '' }, 'rest_token', new Secret(plain)), 'malformed')
})

test('rotation: the data key is wrapped anew, the fields stay as they are', () => {
  const rotated = createVault([makeMasterKey('k2'), first])
  expect(vault.needsRewrap(key)).toBe(false)
  expect(rotated.needsRewrap(key)).toBe(true)
  expect(rotated.openFields(key, place, { rest_token: sealed })['rest_token']?.reveal()).toBe(plain)

  const wrappedAnew = rotated.rewrap('u1', key)
  expect(rotated.needsRewrap(wrappedAnew)).toBe(false)
  expect(wrappedAnew.id).toBe(key.id)
  expect(rotated.openFields(wrappedAnew, place, { rest_token: sealed })['rest_token']?.reveal()).toBe(plain)
  expectFailure(() => vault.openFields(wrappedAnew, place, { rest_token: sealed }), 'unknown_key')
  expectFailure(() => rotated.rewrap('u2', key), 'not_authentic')
})

test('without its master key nothing opens, and the error names the key', () => {
  const stranger = createVault([makeMasterKey('k9')])
  expectFailure(() => stranger.openFields(key, place, { rest_token: sealed }), 'unknown_key')
  expect(() => stranger.rewrap('u1', key)).toThrow(expect.objectContaining({ keyId: 'k1' }))
})
