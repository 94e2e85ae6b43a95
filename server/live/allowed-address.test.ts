// Where a request may go, whoever built its URL.
import { afterAll, expect, test } from 'vitest'
import { createEgress } from '../egress/create-egress.ts'
import { createAddressRule } from './allowed-address.ts'
import { echo } from './testing/echo-integration.ts'

const egress = createEgress({ privateHosts: ['127.0.0.1:8079', 'vendor.test:443'] })
const rule = createAddressRule(echo, egress)
afterAll(() => egress.close())

test.each(['https://a.example.com/x', 'https://a.b.example.com', 'http://127.0.0.1:8079/x', 'https://vendor.test/'])(
  '%s may be called',
  (url) => {
    expect(() => rule.check(url)).not.toThrow()
  },
)

test.each([
  'http://a.example.com/',
  'https://a.example.com:8443/',
  'https://example.com/',
  'https://a.example.com.evil.test/',
  'https://aexample.com/',
  'https://a.example.org/',
  'http://127.0.0.1:8080/',
  'http://vendor.test/',
  'https://127.0.0.1/',
  'ftp://a.example.com/',
  'no url',
])('%s may not', (url) => {
  expect(() => rule.check(url)).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'blocked_address' }) as unknown }),
  )
})

test('a redirect may lead to the hosts of the vendor, never to a private one', () => {
  expect(rule.mayRedirectTo(new URL('https://b.example.com/'))).toBe(true)
  expect(rule.mayRedirectTo(new URL('http://127.0.0.1:8079/'))).toBe(false)
  expect(rule.mayRedirectTo(new URL('https://vendor.test/'))).toBe(false)
})

test('a private host is recognised as PRIVATE_HOSTS spells it', () => {
  expect([
    rule.isPrivate('127.0.0.1:8079'),
    rule.isPrivate('127.0.0.1:8080'),
    rule.isPrivate('vendor.test:443'),
  ]).toEqual([true, false, true])
  expect(rule.isPrivate('not a host')).toBe(false)
})
