// A secret does not print, whatever prints it.
import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

const value = 'sk_live_do-not-print'
const secret = new Secret(value)

const printers: Record<string, () => string> = {
  template: () => `${secret}`,
  String: () => String(secret),
  concatenation: () => 'key: ' + String(secret),
  JSON: () => JSON.stringify({ secret }),
  inspect: () => inspect(secret),
  'inspect with hidden keys, deeply': () => inspect({ a: [secret] }, { showHidden: true, depth: 9, getters: true }),
  'format %s': () => format('%s', secret),
  'format %o': () => format('%o', secret),
  'format %j': () => format('%j', secret),
  'error message': () => new Error(`no account for ${secret}`).message,
  'error cause': () => inspect(new Error('failed', { cause: { secret } })),
  'structured clone': () => inspect(structuredClone({ ...secret })),
  'own keys': () => JSON.stringify([Reflect.ownKeys(secret), Object.entries(secret)]),
}

test.each(Object.entries(printers))('%s', (_name, print) => {
  expect(print()).not.toContain(value)
})

test('shows that there is a secret', () => {
  expect(`${secret}`).toBe('‹secret›')
  expect(JSON.stringify({ secret })).toBe('{"secret":"‹secret›"}')
  expect(inspect(secret)).toBe('‹secret›')
})

test('reveals its value when asked by name, and cannot be given another', () => {
  expect(secret.reveal()).toBe(value)
  expect(Object.isFrozen(secret)).toBe(true)
})
