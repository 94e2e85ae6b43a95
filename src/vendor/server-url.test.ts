import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { CallFailure } from '../contract/errors.ts'
import { hostAllowed, readServerUrl } from './server-url.ts'

const upstash = loadCatalog().integrations['upstash']!
const read = (url: string, allow?: (host: string) => boolean) =>
  readServerUrl(upstash, 'redis', { redis_url: url }, allow)

test.each([
  ['*.upstash.io', 'eu1-otter.upstash.io', true],
  ['*.upstash.io', 'a.b.upstash.io', true],
  ['*.upstash.io', 'EU1-Otter.Upstash.IO', true],
  ['*.upstash.io', 'upstash.io', false],
  ['*.upstash.io', '.upstash.io', false],
  ['*.upstash.io', 'evilupstash.io', false],
  ['*.upstash.io', 'upstash.io.evil.com', false],
  ['*.upstash.io', 'a.upstash.io.', false],
  ['api.upstash.com', 'api.upstash.com', true],
  ['api.upstash.com', 'x.api.upstash.com', false],
])('%s against %s is %s', (pattern, host, expected) => {
  expect(hostAllowed(pattern, host)).toBe(expected)
})

test.each([
  ['https://eu1-otter.upstash.io', 'https://eu1-otter.upstash.io'],
  [' https://eu1-otter.upstash.io/ ', 'https://eu1-otter.upstash.io'],
  ['https://eu1-otter.upstash.io/prefix//', 'https://eu1-otter.upstash.io/prefix'],
  ['https://eu1-otter.upstash.io:443', 'https://eu1-otter.upstash.io'],
  ['https://EU1-OTTER.upstash.io', 'https://eu1-otter.upstash.io'],
])('%s is read as %s', (given, expected) => {
  expect(read(given)).toBe(expected)
})

test.each([
  ['http://eu1-otter.upstash.io', 'must begin with https:'],
  ['https://evil.example', 'names evil.example, which is not on *.upstash.io'],
  ['https://eu1-otter.upstash.io@evil.example', 'must not hold a user name or password'],
  ['https://user:pass@eu1-otter.upstash.io', 'must not hold a user name or password'],
  ['https://eu1-otter.upstash.io:8443', 'names port 8443; only the default port is allowed'],
  ['https://eu1-otter.upstash.io?x=1', 'must not hold a query or fragment'],
  ['https://eu1-otter.upstash.io/#x', 'must not hold a query or fragment'],
  ['https://evil.example\\.upstash.io', 'is no URL'],
  ['https://127.0.0.1', 'names 127.0.0.1, which is not on *.upstash.io'],
  ['https://[::1]', 'names [::1], which is not on *.upstash.io'],
  ['file:///etc/passwd', 'begins with file:, not https:'],
  ['ftp://eu1-otter.upstash.io', 'begins with ftp:, not https:'],
  ['javascript:alert(1)', 'begins with javascript:, not https:'],
  ['eu1-otter.upstash.io', 'is no URL'],
])('%s is refused', (given, reason) => {
  const message = `The base URL in redis_url ${reason}`
  expect(() => read(given)).toThrow(
    expect.objectContaining({ message, error: expect.objectContaining({ code: 'blocked_address' }) as unknown }),
  )
})

test('a refusal never repeats a password', () => {
  expect(() => read('https://user:hunter2@evil.example')).toThrow(/^(?!.*hunter2)/)
})

test('a host that is allowed by name and port may be private and plain', () => {
  const allow = (host: string) => host === '127.0.0.1:8079'
  expect(read('http://127.0.0.1:8079/x', allow)).toBe('http://127.0.0.1:8079/x')
  expect(() => read('http://127.0.0.1:8080', allow)).toThrow(CallFailure)
  expect(() => read('http://user@127.0.0.1:8079', allow)).toThrow(CallFailure)
})

test('a default stands in for a setting, and only for its own', () => {
  expect(readServerUrl(upstash, 'management', {})).toBe('https://api.upstash.com/v2')
  expect(readServerUrl(upstash, 'management', { platform_url: ' ' })).toBe('https://api.upstash.com/v2')
  expect(() => readServerUrl(upstash, 'redis', {})).toThrow(
    expect.objectContaining({ message: 'The account has no REST URL (redis_url)' }),
  )
})
