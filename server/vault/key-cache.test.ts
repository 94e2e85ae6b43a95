// The cache of opened keys: bounded, least recently used first out, failures not kept.
import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { KeyCache } from './key-cache.ts'

const make = () => createSecretKey(randomBytes(32))

test('opens a key once and drops the one that was not used for longest', () => {
  const cache = new KeyCache(2)
  let opened = 0
  const get = (name: string) =>
    cache.get(name, () => {
      opened++
      return make()
    })
  const first = get('a')
  get('b')
  expect(get('a')).toBe(first)
  expect(opened).toBe(2)
  get('c')
  expect(cache.size).toBe(2)
  expect(get('a')).toBe(first)
  get('b')
  expect(opened).toBe(4)
})

test('a failure is not remembered', () => {
  const cache = new KeyCache(2)
  const fail = () => {
    throw new Error('wrong key')
  }
  expect(() => cache.get('a', fail)).toThrow('wrong key')
  expect(cache.size).toBe(0)
  expect(cache.get('a', make).symmetricKeySize).toBe(32)
})
