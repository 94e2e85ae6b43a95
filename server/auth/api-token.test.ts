import { expect, test } from 'vitest'
import { makeApiToken, readApiToken } from './api-token.ts'

test('a token is read back as the hash that is stored', () => {
  const { token, hash, hint } = makeApiToken()
  expect(token).toMatch(/^kosmo_[0-9A-Za-z]{43}$/)
  expect(readApiToken(`Bearer ${token}`)).toBe(hash)
  expect(readApiToken(`bearer ${token}`)).toBe(hash)
  expect(token.startsWith(hint)).toBe(true)
  expect(hint).toHaveLength(10)
  expect(hash).not.toContain(token.slice(10))
})

test.each([
  ['no header', undefined, null],
  ['an empty header', '', ''],
  ['another scheme', 'Basic a29zbW86', ''],
  ['another kind of token', 'Bearer sk_live_1234', ''],
  ['a token that is cut', 'Bearer kosmo_1234', ''],
  ['two tokens', `Bearer kosmo_${'a'.repeat(43)} kosmo_${'b'.repeat(43)}`, ''],
])('%s', (_name, header, expected) => {
  expect(readApiToken(header)).toBe(expected)
})
