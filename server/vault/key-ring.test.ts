// Taking in the master keys: which are refused, and that none can be printed.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createKeyRing } from './key-ring.ts'
import { Secret } from './secret.ts'

const text = Buffer.alloc(32, 0xfb).toString('base64')
const key = new Secret(text)

test('the first key seals, all of them open', () => {
  const ring = createKeyRing([
    { id: 'new', key },
    { id: 'old', key: new Secret(Buffer.alloc(32, 0xfb).toString('base64url')) },
  ])
  expect(ring.active.id).toBe('new')
  expect(ring.find('old')?.symmetricKeySize).toBe(32)
  expect(ring.find('other')).toBeUndefined()
})

test('printing a key ring shows no key', () => {
  const ring = createKeyRing([{ id: 'k1', key }])
  const shown = inspect({ ring, found: ring.find('k1') }, { depth: 9, showHidden: true }) + JSON.stringify(ring)
  expect(shown).toContain('k1')
  expect(shown).not.toContain(text)
  expect(shown).not.toMatch(/fb[ ,]?fb/)
})

test.each([
  [[], 'no master key'],
  [[{ id: 'k 1', key }], 'not made of letters'],
  [[{ id: '', key }], 'not made of letters'],
  [
    [
      { id: 'k1', key },
      { id: 'k1', key },
    ],
    'Two master keys have the id "k1"',
  ],
  [[{ id: 'k1', key: new Secret(Buffer.alloc(31).toString('base64')) }], '"k1" is not 32 bytes'],
  [[{ id: 'k1', key: new Secret(Buffer.alloc(33).toString('base64')) }], '"k1" is not 32 bytes'],
  [[{ id: 'k1', key: new Secret('') }], '"k1" is not 32 bytes'],
])('refuses %#', (keys, reason) => {
  expect(() => createKeyRing(keys)).toThrow(reason)
})
