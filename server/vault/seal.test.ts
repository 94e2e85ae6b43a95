// The header is part of what is sealed: a value cannot be relabelled, even to a name of the same key.
import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyIdOf, open, seal } from './seal.ts'

const key = createSecretKey(randomBytes(32))

test('a value whose key id was rewritten does not open with the same key', () => {
  const sealed = seal(key, 'k1', ['place'], Buffer.from('plain'))
  expect(open(() => key, ['place'], sealed).toString()).toBe('plain')
  const relabelled = Buffer.from(sealed)
  relabelled.write('k2', 2, 'ascii')
  expect(keyIdOf(relabelled)).toBe('k2')
  expect(() => open(() => key, ['place'], relabelled)).toThrow(expect.objectContaining({ reason: 'not_authentic' }))
})

test('the words of a place cannot be moved between each other', () => {
  const sealed = seal(key, 'k1', ['a', 'b","c'], Buffer.from('plain'))
  for (const place of [['a","b', 'c'], ['a', 'b', 'c'], ['b","c', 'a'], ['ab","c'], []]) {
    expect(() => open(() => key, place, sealed)).toThrow(expect.objectContaining({ reason: 'not_authentic' }))
  }
})

test('a key id that does not fit the header is refused', () => {
  for (const id of ['', 'k 1', 'x'.repeat(65), 'é']) {
    expect(() => seal(key, id, ['place'], Buffer.from('plain'))).toThrow(expect.objectContaining({ keyId: id }))
  }
})
