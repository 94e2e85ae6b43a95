import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { Secret } from '../vault/secret.ts'
import { nameSessionCookie, readSessionToken } from './session-cookie.ts'

const secret = new Secret('a secret of the test')
const name = nameSessionCookie(false)

function sign(token: string, key = secret.reveal()): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`)
}

const read = (header: string | undefined) => readSessionToken(header, name, secret)

test('a token that we signed is read, wherever it stands among the cookies', () => {
  expect(read(`${name}=${sign('abc')}`)).toBe('abc')
  expect(read(`theme=dark; ${name}=${sign('abc')}; other=1`)).toBe('abc')
})

test.each([
  ['nothing', undefined],
  ['another name', `other=${sign('abc')}`],
  ['no signature', `${name}=abc`],
  ['an empty signature', `${name}=abc.`],
  ['an empty token', `${name}=${sign('')}`],
  ['a signature of another key', `${name}=${sign('abc', 'another secret')}`],
  ['a signature of another token', `${name}=${sign('abc').replace('abc', 'abd')}`],
  ['a cut signature', `${name}=${sign('abc').slice(0, -6)}`],
  ['an encoding that is none', `${name}=%E0%A4%A`],
  ['the https name on http', `__Secure-${name}=${sign('abc')}`],
])('%s is no token', (_name, header) => {
  expect(read(header)).toBeNull()
})
