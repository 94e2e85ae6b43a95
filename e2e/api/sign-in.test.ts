// Sign-up, sign-in, sign-out as better-auth does them here, and what its rate limit counts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { codeOf } from './live-run.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const ann = { name: 'Ann', email: 'ann@example.com', password: 'correct horse battery' }

test('sign-up, sign-out, sign-in', async () => {
  const caller = await api.signUp('ann')
  expect((await caller.ask('session.get')).data).toEqual({
    user: { id: expect.any(String), name: 'ann', email: 'ann@example.com' },
    signUp: 'open',
    catalog: 'fixture',
    limits: '',
  })
  await caller.post('/api/auth/sign-out', {})
  expect((await caller.ask('session.get')).data.user).toBeNull()
  const again = await api.visitor().post('/api/auth/sign-in/email', { email: ann.email, password: ann.password })
  expect(again.status).toBe(200)
})

test('a sign-in takes away the sessions of its user that have run out', async () => {
  const input = { email: ann.email, password: ann.password }
  await api.pool.query("update session set expires_at = '2020-01-01'")
  await api.visitor().post('/api/auth/sign-in/email', input)
  const { rows } = await api.pool.query('select from session')
  expect(rows).toHaveLength(1)
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const answer = await api.visitor().post('/api/auth/sign-in/email', { email: ann.email, password: ann.password })
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^kosmo\.session_token=/)
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).not.toMatch(/Domain=/i)
  const { rows } = await api.pool.query<{ token: string }>('select token from session')
  expect(rows.some(({ token }) => cookie!.includes(token))).toBe(true)
  for (const { token } of rows) expect(answer.text).not.toContain(token)
})

test('behind https the cookie is sent over https only', async () => {
  await using https = await startApi({ PUBLIC_URL: 'https://lua.example.com' })
  const answer = await https.visitor().post('/api/auth/sign-up/email', ann)
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Secure-kosmo\.session_token=/)
  expect(cookie).toMatch(/; Secure/i)
  const caller = https.visitor()
  caller.cookie = cookie!.split(';')[0]!
  expect((await caller.ask('session.get')).data.user).toMatchObject({ email: ann.email })
})

test.each([
  ['a wrong password', '/sign-in/email', { email: ann.email, password: 'wrong horse battery' }, 401],
  ['an unknown address', '/sign-in/email', { email: 'nobody@example.com', password: ann.password }, 401],
  ['a short password', '/sign-up/email', { ...ann, email: 'b@example.com', password: 'nine char' }, 400],
  ['a name with a NUL', '/sign-up/email', { ...ann, email: 'c@example.com', name: 'a\0' }, 400],
  ['a name without end', '/sign-up/email', { ...ann, email: 'c@example.com', name: 'a'.repeat(101) }, 400],
  ['a name that nobody sees', '/sign-up/email', { ...ann, email: 'c@example.com', name: ' \u200b' }, 400],
  ['an address without end', '/sign-up/email', { ...ann, email: `${'c'.repeat(250)}@example.com` }, 400],
  ['a picture', '/sign-up/email', { ...ann, email: 'c@example.com', image: 'https://example.com/me.png' }, 400],
  ['an address that is taken', '/sign-up/email', ann, 422],
  ['a reset by mail', '/request-password-reset', { email: ann.email }, 404],
  ['asking better-auth who is signed in', '/get-session', {}, 404],
  ['deleting a user', '/delete-user', {}, 404],
  ['a social sign-in', '/sign-in/social', { provider: 'github' }, 404],
])('refused: %s', async (_name, path, input, status) => {
  expect((await api.visitor().post(`/api/auth${path}`, input)).status).toBe(status)
})

test('refused: from a foreign origin', async () => {
  const input = { email: ann.email, password: ann.password }
  const answer = await api.visitor().post('/api/auth/sign-in/email', input, { Origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
})

test('a password is stored as a hash, a session and its user apart from the accounts', async () => {
  const { rows } = await api.pool.query<{ password: string }>('select password from login')
  expect(rows[0]!.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
})

test('a new password ends the other sessions when asked to, and the old one opens nothing', async () => {
  const eve = await api.signUp('eve')
  const elsewhere = api.visitor()
  const password = 'correct horse battery'
  const signIn = (input: object) => elsewhere.post('/api/auth/sign-in/email', { email: 'eve@example.com', ...input })
  elsewhere.cookie = (await signIn({ password })).headers.getSetCookie()[0]!.split(';')[0]!
  expect((await elsewhere.ask('session.get')).data.user).not.toBeNull()
  const change = { currentPassword: password, newPassword: 'another horse battery', revokeOtherSessions: true }
  expect((await eve.post('/api/auth/change-password', change)).status).toBe(200)
  expect((await elsewhere.ask('session.get')).data.user).toBeNull()
  expect((await signIn({ password })).status).toBe(401)
})

test('guessing is slowed down, whatever X-Forwarded-For says', async () => {
  const guess = (index: number) =>
    api
      .visitor()
      .post(
        '/api/auth/sign-in/email',
        { email: 'nobody@example.com', password: `guess number ${index}` },
        { 'X-Forwarded-For': `203.0.113.${index}`, 'X-Kosmo-Client-Ip': `203.0.113.${index}` },
      )
  const statuses: number[] = []
  for (let index = 0; index < 25; index++) statuses.push((await guess(index)).status)
  expect(statuses).toContain(429)
  expect(statuses.slice(statuses.indexOf(429)).every((status) => status === 429)).toBe(true)
})

test('where sign-up is closed, nobody signs up', async () => {
  await using closed = await startApi({ SIGN_UP: 'closed' })
  expect((await closed.visitor().ask('session.get')).data.signUp).toBe('closed')
  expect((await closed.visitor().post('/api/auth/sign-up/email', ann)).status).toBe(400)
  const { rows } = await closed.pool.query('select from "user"')
  expect(rows).toEqual([])
})

test('over plain HTTP beyond loopback neither passwords nor keys are taken', async () => {
  await using plain = await startApi({ PUBLIC_URL: 'http://lua.example.com' })
  const answer = await plain.visitor().post('/api/auth/sign-up/email', ann)
  expect(answer.status).toBe(403)
  expect(codeOf(answer)).toBe('bad_request')
  expect((await plain.visitor().ask('session.get')).status).toBe(200)
})
