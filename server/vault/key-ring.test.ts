// Reading MASTER_KEYS: what is accepted, and what each refusal says without the key itself.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createMasterKey, parseKeyRing } from './key-ring.ts'

const key = Buffer.alloc(32, 7).toString('base64')

test('the first key seals, in any of the usual spellings', () => {
  expect(parseKeyRing(`new:${key},old:${key}`).map(({ id }) => id)).toEqual(['new', 'old'])
  expect(parseKeyRing(` new:${key}\n old:${key} `).map(({ id }) => id)).toEqual(['new', 'old'])
  expect(parseKeyRing(`k1:${Buffer.alloc(32, 255).toString('base64url')}`)).toHaveLength(1)
})

test('a key that was made can be read, and differs every time', () => {
  const made = createMasterKey()
  expect(parseKeyRing(made)[0].key.symmetricKeySize).toBe(32)
  expect(createMasterKey()).not.toBe(made)
})

test('printing a key ring does not show a key', () => {
  const shown = inspect(parseKeyRing(`k1:${key}`), { depth: 9, showHidden: true })
  expect(shown).toContain('k1')
  expect(shown).not.toContain(key)
  expect(JSON.stringify(parseKeyRing(`k1:${key}`))).not.toContain(key)
})

test.each([
  ['', 'empty'],
  [' , ', 'empty'],
  [key, 'Key 1 of MASTER_KEYS has no id'],
  [`k 1:${key}`, 'has no id'],
  [`:${key}`, 'has no id'],
  [`k1:${key},k1:${key}`, 'the same id twice'],
  [`k1:${key},k2:${Buffer.alloc(31).toString('base64')}`, 'Key 2 of MASTER_KEYS ("k2") is not 32 bytes'],
  [`k1:${Buffer.alloc(33, 3).toString('base64')}`, 'not 32 bytes'],
  ['k1:', 'not 32 bytes'],
  [`k1:${'*'.repeat(44)}`, 'not 32 bytes'],
])('refuses %j', (text, reason) => {
  expect(() => parseKeyRing(text)).toThrow(reason)
  expect(() => parseKeyRing(text)).not.toThrow(key)
})
