import { expect, test } from 'vitest'
import { CallFailure } from '../../../src/contract/errors.ts'
import { createFixtureCatalog } from '../testing/fixture-catalog.ts'
import { parseFields } from './parse-fields.ts'

const alpha = createFixtureCatalog().integrations['alpha']!
const data = { url: 'https://db1.example.com', token: 'sekret-token' }
const owner = { email: 'me@example.com', admin_key: 'sekret-key' }
const parse = (given: Record<string, string>, kept: string[] = []) =>
  parseFields(alpha, given, kept, (host) => host === '127.0.0.1:8080')

function refusal(given: Record<string, string>, kept: string[] = []) {
  try {
    parse(given, kept)
  } catch (error) {
    if (error instanceof CallFailure) return error.error
  }
  throw new Error('nothing was refused')
}

test('one group is enough, and its values come back as they are', () => {
  expect(parse(data)).toEqual(data)
})

test('a default is filled in where its group is in use', () => {
  expect(parse(owner)).toEqual({ ...owner, admin_url: 'https://admin.example.com/v1' })
})

test('spaces and line breaks around a value go; an empty value is none', () => {
  expect(parse({ url: ' https://db1.example.com\n', token: '\tsekret-token \r\n', email: '  ' })).toEqual(data)
})

test('a secret may hold line breaks inside', () => {
  const key = '-----BEGIN-----\nabc\n-----END-----'
  expect(parse({ ...owner, admin_key: key })['admin_key']).toBe(key)
})

test('what an account holds already need not be given again', () => {
  expect(parse({ token: 'another-token' }, ['url', 'token'])).toEqual({ token: 'another-token' })
})

test('a private host may be plain http on its port', () => {
  expect(parse({ ...data, url: 'http://127.0.0.1:8080/base' })['url']).toBe('http://127.0.0.1:8080/base')
})

test.each([
  ['nothing', {}, 'missing_credentials', 'The data or The owner'],
  ['half a group', { url: data.url }, 'missing_credentials', 'Access token (token)'],
  ['half a group beside a whole one', { ...data, email: 'a@b.c' }, 'missing_credentials', 'Admin key (admin_key)'],
  ['an unknown field', { ...data, extra: 'x' }, 'invalid_argument', 'no such field'],
  ['a field of the prototype', { ...data, constructor: 'x' }, 'invalid_argument', 'no such field'],
  ['a pattern', { ...data, token: 'short' }, 'invalid_argument', 'It has at least 8 characters.'],
  ['no e-mail address', { ...owner, email: 'me' }, 'invalid_argument', 'E-mail address (email)'],
  ['a value that is too long', { ...data, token: 'x'.repeat(16_385) }, 'invalid_argument', '16384'],
  ['control characters', { ...data, token: 'abcdefgh\0' }, 'invalid_argument', 'control characters'],
  ['a line break in an address', { ...owner, email: 'a@b.c\nd' }, 'invalid_argument', 'control characters'],
])('refuses %s', (_name, given, code, text) => {
  const error = refusal(given)
  expect(error.code).toBe(code)
  expect(error.message).toContain(text)
})

test.each([
  ['plain http', 'http://db1.example.com'],
  ['a foreign host', 'https://db1.example.org'],
  ['a host that ends alike', 'https://evil-example.com'],
  ['the domain itself', 'https://example.com'],
  ['another port', 'https://db1.example.com:8443'],
  ['a user name', 'https://me@db1.example.com'],
  ['a query', 'https://db1.example.com/?a=1'],
  ['a fragment', 'https://db1.example.com/#a'],
  ['another scheme', 'ftp://db1.example.com'],
  ['no URL', 'db1.example.com'],
  ['a private host on another port', 'http://127.0.0.1:8081'],
  ['a private host under another name', 'http://localhost:8080'],
])('refuses a base URL with %s', (_name, url) => {
  expect(['blocked_address', 'invalid_argument']).toContain(refusal({ ...data, url }).code)
})

test('no refusal repeats a secret', () => {
  const texts = [{ token: 'sekret one' }, { admin_key: 'sekret\0' }, { secret: 'sekret' }].map((given) =>
    JSON.stringify(refusal({ ...data, ...owner, ...given })),
  )
  for (const text of texts) expect(text).not.toContain('sekret')
})
