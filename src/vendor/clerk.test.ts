import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { type VendorRequest } from '../contract/http.ts'
import { checkArguments } from './arguments.ts'
import { readRawPath } from './clerk.ts'
import { planCall } from './plan.ts'

const BASE = 'https://api.clerk.com/v1'
const clerk = loadCatalog().integrations['clerk']!

/** The first request of a call; throws what refuses it. */
function send(name: string, args: object, url = BASE): VendorRequest {
  const fn = clerk.functions.find((candidate) => candidate.name === name)!
  const allow = (host: string) => host.startsWith('127.0.0.1:')
  const { value, done } = planCall(clerk, fn, checkArguments(fn, JSON.stringify(args)), { url }, allow).next()
  if (done) throw new Error('no request was made')
  return value
}

test.each([
  ['/sessions', ['sessions']],
  ['sessions', ['sessions']],
  ['/users/user_1/oauth_access_tokens/google', ['users', 'user_1', 'oauth_access_tokens', 'google']],
  ['/a%20b/%C3%A9', ['a b', 'é']],
  ['/.../..x', ['...', '..x']],
  ['/users/v1', ['users', 'v1']],
])('%s is the segments %j', (path, segments) => {
  expect(readRawPath(path)).toEqual(segments)
})

test.each([
  '',
  '/',
  '//',
  '///evil.example',
  '//evil.example/v1/users',
  'https://api.clerk.com/v1/users',
  'HTTPS:evil.example',
  'file:///etc/passwd',
  'users@evil.example:443/..',
  '/users/..',
  '/users/../..',
  '../users',
  '/users/./x',
  '/users/%2e%2e',
  '/users/.%2E',
  '/users/%252e%252e',
  '/users/%2f..%2f',
  '/users/%5c',
  '/users\\..\\x',
  '/users/%00',
  '/users\n/x',
  '/users/\u0085',
  '/users/%E0%80%AF',
  '/users/\ud800',
  '/users?x=1',
  '/users%3Fx=1',
  '/users#x',
  '/users%23x',
  '/users/',
  '/v1/users',
  '/%76%31/users',
])('%j is refused before anything is sent', (path) => {
  expect(() => send('api_get', { path })).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'invalid_argument' }) }),
  )
})

const PIECES = [
  '/',
  '//',
  '..',
  '.',
  '%2e',
  '%2E%2e',
  '%252e',
  '%2f',
  '%5c',
  '\\',
  '?',
  '#',
  '%',
  ':',
  '@',
  ';',
  '\r\n',
]
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl(),
  fc
    .array(
      fc.oneof(fc.constantFrom(...PIECES, 'users', 'v1', 'http', '\0', '\t', 'ü', '．．', '__proto__'), fc.string()),
    )
    .map((parts) => parts.join('')),
)

/** The request, or undefined where the call was refused as it must be. */
function sendOrRefuse(name: string, args: object, url?: string): VendorRequest | undefined {
  try {
    return send(name, args, url)
  } catch (error) {
    expect(error).toMatchObject({ name: 'CallFailure', error: { code: 'invalid_argument' } })
    return undefined
  }
}

describe.each(['api_get', 'api_post', 'api_patch', 'api_delete'])('%s', (name) => {
  test('no path leads to another origin or above the prefix, in 10,000 tries', { timeout: 120_000 }, () => {
    let sent = 0
    fc.assert(
      fc.property(hostile, fc.constantFrom(BASE, 'http://127.0.0.1:8080/deep/v1'), (path, base) => {
        const request = sendOrRefuse(name, { path }, base)
        if (!request) return
        sent++
        const url = new URL(request.url)
        expect(request.url.startsWith(`${base}/`)).toBe(true)
        expect(url.origin).toBe(new URL(base).origin)
        expect(url.pathname.startsWith(`${new URL(base).pathname}/`)).toBe(true)
        expect(url.search + url.hash + url.username + url.password).toBe('')
        // What arrives are the segments as they were read, each decoded once.
        const below = url.pathname.slice(new URL(base).pathname.length + 1)
        expect(below.split('/').map(decodeURIComponent)).toEqual(readRawPath(path))
      }),
      { numRuns: 10_000 },
    )
    expect(sent).toBeGreaterThan(500)
  })
})

test('every name and value of a query arrives as it was given, or is refused', { timeout: 120_000 }, () => {
  const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean())
  const query = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })))
  fc.assert(
    fc.property(query, (given) => {
      const request = sendOrRefuse('api_get', { path: '/users', query: given })
      if (!request) return
      const url = new URL(request.url)
      expect(url.origin + url.pathname).toBe(`${BASE}/users`)
      const expected = Object.entries(given).flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)]))
      expect([...url.searchParams]).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('every request names the version of the API that the definition was written for', () => {
  const headers = clerk.functions.map(({ name, request }) => [name, request?.headers])
  expect(headers).toEqual(clerk.functions.map(({ name }) => [name, { 'Clerk-API-Version': '2025-11-10' }]))
  expect(send('api_get', { path: '/users' }).headers).toEqual({
    Accept: 'application/json',
    'Clerk-API-Version': '2025-11-10',
  })
})

test.each(['ban_user', 'unban_user', 'lock_user', 'unlock_user', 'revoke_session', 'revoke_invitation'])(
  '%s sends no body, which Clerk would refuse',
  (name) => {
    const fn = clerk.functions.find((candidate) => candidate.name === name)!
    const args = Object.fromEntries(fn.input.required!.map((key) => [key, 'id_1']))
    const { body, headers } = send(name, args)
    expect({ body, type: headers['Content-Type'] }).toEqual({ body: null, type: undefined })
  },
)
