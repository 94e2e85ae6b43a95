import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RequestBinding } from '../contract/binding.ts'
import { type ServerBinding } from '../contract/definition.ts'
import { type Value } from '../contract/value.ts'
import { buildRequest } from './request.ts'

const server: ServerBinding = {
  url: 'https://api.example.com/v1',
  hosts: ['api.example.com'],
  credentials: 'main',
  auth: { bearer: 'token' },
}
const base = 'https://api.example.com/v1'

function build(binding: object, args: Record<string, Value>) {
  return buildRequest(RequestBinding.parse({ server: 's', method: 'GET', path: '/', ...binding }), server, base, args)
}

test.each<[string, Value, string]>([
  ['a plain id', 'abc', '/v1/users/abc'],
  ['a number', 7, '/v1/users/7'],
  ['a 64-bit integer', 9007199254740993n, '/v1/users/9007199254740993'],
  ['a space', 'a b', '/v1/users/a%20b'],
  ['a slash and dots', '../../etc', '/v1/users/..%2F..%2Fetc'],
  ['a query and fragment', 'a?b#c', '/v1/users/a%3Fb%23c'],
  ['a percent sign', '%2e%2e', '/v1/users/%252e%252e'],
  ['a backslash', '..\\x', '/v1/users/..%5Cx'],
  ['another host', '//evil.example', '/v1/users/%2F%2Fevil.example'],
  ['a user name', '@evil.example', '/v1/users/%40evil.example'],
  ['unicode', 'ü世', '/v1/users/%C3%BC%E4%B8%96'],
  ['three dots', '...', '/v1/users/...'],
])('%s stays one segment of the path', (_name, id, path) => {
  expect(new URL(build({ path: '/users/{id}' }, { id }).url).pathname).toBe(path)
})

test.each<[string, Value]>([
  ['nothing', ''],
  ['one dot', '.'],
  ['two dots', '..'],
  ['a line break', 'a\r\nHost: evil'],
  ['NUL', 'a\0'],
  ['half of a character', '\ud800'],
  ['a table', {}],
  ['a list', ['a']],
])('%s in a path is refused', (_name, id) => {
  expect(() => build({ path: '/users/{id}' }, { id })).toThrow(expect.objectContaining({ name: 'CallFailure' }))
})

test('two arguments that make dots together are refused', () => {
  expect(() => build({ path: '/{a}{b}' }, { a: '.', b: '.' })).toThrow(/must not be empty/)
})

test('no argument leads to another origin or above the prefix', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('..', '%2e%2e', '/../', '\\..\\', '.\t.')),
      (id) => {
        let url: URL
        try {
          url = new URL(build({ path: '/users/{id}/ban', query: { q: { $arg: 'id' } } }, { id }).url)
        } catch (error) {
          expect((error as Error).name).toBe('CallFailure')
          return
        }
        expect(url.origin).toBe('https://api.example.com')
        expect(url.pathname).toMatch(/^\/v1\/users\/[^/]+\/ban$/)
        expect(decodeURIComponent(url.pathname.split('/')[3]!)).toBe(id)
        expect(url.searchParams.get('q')).toBe(id)
        expect([...url.searchParams]).toHaveLength(1)
      },
    ),
  )
})

test('query parameters: lists repeat the name, what is not given is left out', () => {
  const query = { tag: { $arg: 'tags' }, limit: { $arg: 'limit' }, order: { $arg: 'order' }, fixed: 'yes' }
  const { url } = build({ query }, { tags: ['a&b', 'c'], order: '+created_at', on: true })
  expect(url).toBe(`${base}/?tag=a%26b&tag=c&order=%2Bcreated_at&fixed=yes`)
})

test('a joined parameter is one value: commas between its items, encoded inside of them', () => {
  const query = {
    type: { $join: 'types' },
    name: { $join: 'name' },
    none: { $join: 'none' },
    empty: { $join: 'empty' },
  }
  const { url } = build({ query }, { types: ['web_service', 'cron_job'], name: 'a,b c', empty: [] })
  expect(url).toBe(`${base}/?type=web_service,cron_job&name=a%2Cb%20c`)
})

test('headers take arguments, but no line break', () => {
  const headers = { 'X-Version': '2025-11-10', 'X-Region': { $arg: 'region' } }
  expect(build({ headers }, { region: 'eu' }).headers).toEqual({
    Accept: 'application/json',
    'X-Version': '2025-11-10',
    'X-Region': 'eu',
  })
  expect(build({ headers }, {}).headers).not.toHaveProperty('X-Region')
  for (const region of ['a\r\nX-Evil: 1', 'a\nb', 'a\0b', '世界']) {
    expect(() => build({ headers }, { region })).toThrow(/no header may hold/)
  }
})

test('a body keeps 64-bit integers, leaves out what was not given, and says that it is JSON', () => {
  const body = {
    id: { $arg: 'id' },
    name: { $arg: 'name' },
    list: ['x', { $when: 'ex', $items: ['EX', { $arg: 'ex' }] }, { $arg: 'name' }],
  }
  const request = build({ method: 'POST', body }, { id: 9223372036854775807n, ex: 5 })
  expect(request.body).toBe('{"id":9223372036854775807,"list":["x","EX",5]}')
  expect(request.headers['Content-Type']).toBe('application/json')
  expect(build({ method: 'POST', body }, { name: 'n' }).body).toBe('{"name":"n","list":["x","n"]}')
  expect(build({}, {}).headers).not.toHaveProperty('Content-Type')
})

test('an argument is never read from the prototype', () => {
  expect(build({ query: { a: { $arg: 'constructor' } } }, {}).url).toBe(`${base}/`)
})

test('authentication is named, never given', () => {
  expect(build({}, {}).auth).toEqual({ kind: 'bearer', field: 'token' })
})
