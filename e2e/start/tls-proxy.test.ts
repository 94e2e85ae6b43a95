// The server behind a TLS proxy: secure cookies, the public address, and headers believed from the proxy only.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { listen } from '../../server/http/listen.ts'
import { buildApp } from '../../server/http/testing/test-app.ts'
import { startServer } from '../setup/server.ts'
import { askThrough, startTlsProxy } from '../setup/tls-proxy.ts'

const HTTPS = { 'x-forwarded-proto': 'https' }
const password = 'a long enough password'

function postJson(body: unknown, headers: Record<string, string>) {
  const text = JSON.stringify(body)
  const own = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }
  return { method: 'POST', body: text, headers: { ...own, ...headers } }
}

test('a session begun through the proxy is secure and works', async () => {
  let target = ''
  await using proxy = await startTlsProxy(() => target, HTTPS)
  const origin = `https://lua.test:${proxy.port}`
  const server = await startServer({ env: { PUBLIC_URL: origin, TRUSTED_PROXIES: '127.0.0.1' } })
  target = server.url
  expect(server.output()).toContain(`KosmoKrator Lua is at ${origin}, listening on 127.0.0.1:`)

  const page = await askThrough(proxy, '/')
  expect(page.status).toBe(200)
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
  expect(page.headers['content-security-policy']).toContain(`frame-src ${origin}/sandbox/frame.html;`)

  const user = { name: 'User', email: `${randomBytes(4).toString('hex')}@example.com`, password }
  const signUp = await askThrough(proxy, '/api/auth/sign-up/email', postJson(user, { Origin: origin }))
  expect(signUp.status).toBe(200)
  const cookie = signUp.headers['set-cookie']![0]!
  expect(cookie).toMatch(/^__Secure-kosmo\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/)

  const session = postJson({}, { Origin: origin, Cookie: cookie.split(';')[0]! })
  const found = await askThrough(proxy, '/api/trpc/session.get', session)
  expect(found.text).toContain(user.email)
  const foreign = postJson({}, { Origin: 'https://lua.test', Cookie: cookie.split(';')[0]! })
  expect((await askThrough(proxy, '/api/trpc/session.get', foreign)).status).toBe(403)
  await server.stop()
})

test.each([
  ['counts', '127.0.0.1', '198.51.100.7'],
  ['of a proxy that is not named does not', '10.0.0.0/8', '127.0.0.1'],
])('the client address %s', async (_, trusted, logged) => {
  let target = ''
  await using proxy = await startTlsProxy(() => target, { ...HTTPS, 'x-forwarded-for': '192.0.2.1, 198.51.100.7' })
  const server = await startServer({
    env: { PUBLIC_URL: `https://lua.test:${proxy.port}`, TRUSTED_PROXIES: trusted },
  })
  target = server.url
  await askThrough(proxy, '/nothing')
  await server.stop()
  expect(server.output()).toContain(`"status":404`)
  expect(server.output()).toContain(`"ip":"${logged}"`)
})

test.each([
  ['named, says https', '127.0.0.1', HTTPS, 200],
  ['named, says http', '127.0.0.1', { 'x-forwarded-proto': 'http' }, 403],
  ['named, says nothing', '127.0.0.1', {}, 403],
  ['not named, says https', '10.0.0.0/8', HTTPS, 403],
])('beyond loopback credentials pass only behind a proxy that is %s', async (_, trusted, forwarded, status) => {
  const listener = await listen('127.0.0.1', 0, [`${trusted}${trusted.includes('/') ? '' : '/32'}`])
  await using proxy = await startTlsProxy(() => `http://127.0.0.1:${listener.port}`, forwarded)
  // The app takes itself for one that listens on all addresses; the test listens on loopback only.
  const { fetch } = await buildApp({ HOST: '0.0.0.0', PUBLIC_URL: `https://lua.test:${proxy.port}` })
  listener.serve(fetch)
  const reply = await askThrough(proxy, '/api/trpc/accounts.connect', postJson({}, {}))
  expect(reply.status, reply.text).toBe(status)
  await listener.drain(0)
})
