import { expect, test } from 'vitest'
import { parseJson } from '../../../src/contract/value.ts'
import { formatCanonical, hashCall } from './canonical.ts'

test('keys are sorted at every depth, lists keep their order', () => {
  expect(formatCanonical(parseJson('{"b":[{"d":1,"c":2},"x"],"a":null}'))).toBe('{"a":null,"b":[{"c":2,"d":1},"x"]}')
})

test('64-bit integers stay apart', () => {
  const hash = (text: string) => hashCall('upstash', 'set_key', parseJson(text))
  expect(hash('{"ex":9007199254740993}')).not.toBe(hash('{"ex":9007199254740992}'))
})

test.each([
  ['another value', 'upstash', 'set_key', { key: 'a' }],
  ['another function', 'upstash', 'get_key', { key: 'b' }],
  ['another integration', 'render', 'set_key', { key: 'b' }],
  ['another type', 'upstash', 'set_key', { key: ['b'] }],
])('%s gives another hash', (_name, integration, fn, args) => {
  expect(hashCall(integration, fn, args)).not.toBe(hashCall('upstash', 'set_key', { key: 'b' }))
})

test('the order of keys does not', () => {
  expect(hashCall('upstash', 'set_key', { a: 1, b: 2 })).toBe(hashCall('upstash', 'set_key', { b: 2, a: 1 }))
})
