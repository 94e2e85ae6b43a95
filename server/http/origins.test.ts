import { expect, test } from 'vitest'
import { createOrigins } from './origins.ts'

const local = createOrigins(undefined, '127.0.0.1', 4321)
const behindTls = createOrigins(new URL('https://lua.example.com'), '127.0.0.1', 4321)
const development = createOrigins(new URL('http://127.0.0.1:4321'), '127.0.0.1', 4999)
const wide = createOrigins(undefined, '0.0.0.0', 4321)

test.each([
  [local, '127.0.0.1:4321', 'http://127.0.0.1:4321'],
  [local, 'localhost:4321', 'http://localhost:4321'],
  [local, 'LOCALHOST:4321', 'http://localhost:4321'],
  [local, '[::1]:4321', 'http://[::1]:4321'],
  [local, 'localhost:4322', undefined],
  [local, 'evil.example:4321', undefined],
  [local, '127.0.0.1:4321@evil.example', undefined],
  [local, '192.168.0.9:4321', undefined],
  [local, '', undefined],
  [local, undefined, undefined],
  [behindTls, 'lua.example.com', 'https://lua.example.com'],
  [behindTls, 'localhost:4321', 'http://localhost:4321'],
  [behindTls, 'lua.example.com:444', undefined],
  [behindTls, 'lua.example.com.evil.example', undefined],
  [development, 'localhost:4321', 'http://localhost:4321'],
  [development, '127.0.0.1:4999', 'http://127.0.0.1:4999'],
  [development, '127.0.0.1:5000', undefined],
  [wide, '192.168.0.9:4321', 'http://192.168.0.9:4321'],
  [wide, 'rebound.example:4321', undefined],
])('%o asked as %s', (origins, host, expected) => {
  expect(origins.find(host, false)).toBe(expected)
})

test('the primary address is PUBLIC_URL, or one that opens in a browser', () => {
  expect([local, behindTls, wide].map(({ primary }) => primary)).toEqual([
    'http://127.0.0.1:4321',
    'https://lua.example.com',
    'http://127.0.0.1:4321',
  ])
})

test('the default port of http is left out, as browsers do', () => {
  expect(createOrigins(undefined, '127.0.0.1', 80).find('localhost', false)).toBe('http://localhost')
})
