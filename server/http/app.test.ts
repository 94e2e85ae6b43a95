import { expect, test } from 'vitest'
import { pagePolicy } from './page-headers.ts'
import { buildApp } from './testing/test-app.ts'

const ORIGIN = 'http://127.0.0.1:4321'
const call = (headers: Record<string, string> = {}, body = '{}') => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length), ...headers },
})

test('every reply has the common headers, pages their policy', async () => {
  const { ask } = await buildApp()
  for (const path of ['/', '/nothing', '/sandbox/frame.html', '/api/trpc/a.b', '/healthz']) {
    const { headers } = await ask(path)
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
    expect(headers.get('Cross-Origin-Opener-Policy'), path).toBe('same-origin')
    // Chromium complains of a name it does not know, `bluetooth` among them, on the console of every page.
    expect(headers.get('Permissions-Policy'), path).not.toContain('bluetooth')
    expect(headers.get('X-Request-Id'), path).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.has('Strict-Transport-Security'), path).toBe(false)
  }
  const policy = (await ask('/')).headers.get('Content-Security-Policy')
  expect(policy).toBe(pagePolicy(ORIGIN))
  expect(policy).toContain(`frame-src ${ORIGIN}/sandbox/frame.html;`)
  expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:)/)
})

test('the frame runs one script, known by its hash, and goes nowhere', async () => {
  const { ask } = await buildApp()
  const reply = await ask('/sandbox/frame.html')
  const policy = reply.headers.get('Content-Security-Policy')!
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}' 'wasm-unsafe-eval'; worker-src blob:/,
  )
  for (const part of ["connect-src 'none'", "frame-ancestors 'self'", 'sandbox allow-scripts'])
    expect(policy).toContain(part)
  expect(reply.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect((await ask('/sandbox/frame.html', { headers: { 'If-None-Match': reply.headers.get('ETag')! } })).status).toBe(
    304,
  )
})

test('behind an https address browsers are told to stay with it', async () => {
  const { ask } = await buildApp({ PUBLIC_URL: 'https://lua.example.com' })
  const reply = await ask('/', { headers: { Host: 'lua.example.com' } })
  expect(reply.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  expect(reply.headers.get('Content-Security-Policy')).toContain(
    'frame-src https://lua.example.com/sandbox/frame.html;',
  )
})

test('under a foreign name only health is answered', async () => {
  const { ask } = await buildApp()
  const headers = { Host: 'rebound.example:4321' }
  expect((await ask('/', { headers })).status).toBe(421)
  expect((await ask('/sandbox/frame.html', { headers })).status).toBe(421)
  expect((await ask('/api/trpc/a.b', call({ ...headers, Origin: 'http://rebound.example:4321' }))).status).toBe(421)
  expect((await ask('/healthz', { headers })).status).toBe(200)
})

test('not ready is said while the database does not answer', async () => {
  const { ask } = await buildApp({}, { isReady: () => Promise.resolve(false) })
  expect([(await ask('/readyz')).status, (await ask('/healthz')).status]).toEqual([503, 200])
})

test.each([
  ['the same origin', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', Cookie: 'a=b' }, 200],
  ['a program with neither origin nor cookie', {}, 200],
  ['another origin', { Origin: 'https://evil.example' }, 403],
  ['another port', { Origin: 'http://127.0.0.1:4322' }, 403],
  ['an opaque origin, as of the sandbox frame', { Origin: 'null' }, 403],
  ['another name of this machine than the host', { Origin: 'http://localhost:4321' }, 403],
  ['a sibling site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }, 403],
  ['a typed address', { 'Sec-Fetch-Site': 'none' }, 403],
  ['a cookie without an origin', { Cookie: 'a=b' }, 403],
  ['a form', { Origin: ORIGIN, 'Content-Type': 'text/plain' }, 415],
  ['a form with a misleading type', { Origin: ORIGIN, 'Content-Type': 'text/plain; application/json' }, 415],
  ['a body without a type', { Origin: ORIGIN, 'Content-Type': '' }, 415],
])('a call from %s', async (_, headers, status) => {
  const { ask } = await buildApp()
  const reply = await ask('/api/trpc/session.get', call(headers))
  expect(reply.status).toBe(status)
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  if (status !== 200) {
    const { error } = (await reply.json()) as { error: { data: { error: { code: string } } } }
    expect(error.data.error.code).toBe('bad_request')
  }
})

test('a body has room for a script of quotation marks, and no more', async () => {
  const { ask } = await buildApp()
  expect((await ask('/api/trpc/a.b', call({}, 'x'.repeat(576 * 1024)))).status).toBe(200)
  const reply = await ask('/api/trpc/a.b', call({}, 'x'.repeat(576 * 1024 + 1)))
  expect(reply.status).toBe(413)
  expect(await reply.text()).toContain('request_too_large')
})

test.each([
  [{ HOST: '0.0.0.0' }, '/api/trpc/accounts.connect', '192.168.0.2:4321', {}, 403],
  [{ HOST: '0.0.0.0' }, '/api/auth/sign-in/email', '192.168.0.2:4321', {}, 403],
  [{ HOST: '0.0.0.0' }, '/api/trpc/session.get', '192.168.0.2:4321', {}, 200],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://lua.example.com' }, '/api/trpc/a.b', 'lua.example.com', {}, 403],
  [
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://lua.example.com' },
    '/api/trpc/a.b',
    'lua.example.com',
    { 'X-Kosmo-Secure': '1' },
    200,
  ],
  [{ PUBLIC_URL: 'https://lua.example.com' }, '/api/trpc/a.b', 'lua.example.com', {}, 200],
])('%o: %s at %s with %o', async (environment, path, host, headers, status) => {
  const { ask } = await buildApp(environment)
  expect((await ask(path, call({ Host: host, ...headers }))).status).toBe(status)
})

test('the log holds the kind of address, never what was in it', async () => {
  const { ask, lines, errors } = await buildApp()
  await ask('/api/auth/reset-password/canary-51c2?token=canary-51c2', { headers: { Cookie: 'canary-51c2' } })
  await ask('/canary-51c2?q=canary-51c2')
  await ask('/api/trpc/canary-51c2', call({ Authorization: 'canary-51c2', Origin: 'https://canary-51c2' }))
  await ask('/api/trpc/session.get', call({}, '{"a":"canary-51c2"}'))
  const broken = await ask('/api/broken')
  await ask('/')
  expect(lines.map(({ route, status }) => `${route} ${status}`)).toEqual([
    '/api/auth/reset-password 200',
    '/… 404',
    '/api/… 403',
    '/api/trpc/session.get 200',
    '/api/… 500',
  ])
  expect(JSON.stringify(lines)).not.toContain('canary')
  expect(await broken.text()).not.toContain('canary')
  expect(errors).toHaveLength(1)
})
