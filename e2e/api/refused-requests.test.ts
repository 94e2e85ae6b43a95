// Requests that no page of ours sends: refused before any procedure, or without a session. Nothing reaches the vendor.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let number = 0
let run: string
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  await api.connect(ann)
  run = await startRun(ann)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(() => {
  api.vendor.hits.length = 0
})

/** A read, which runs without asking: only the request around it can be at fault. */
const read = () => describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', number: ++number })
const send = (headers: Record<string, string | undefined>) => makeCall(ann, read(), headers)

test('as a page sends it, it goes through', async () => {
  expect((await send({})).data.ok).toBe(true)
  expect((await send({ 'Sec-Fetch-Site': 'same-origin' })).data.ok).toBe(true)
  expect(api.vendor.hits).toHaveLength(2)
})

test.each<[string, Record<string, string | undefined>, number]>([
  ['of a foreign origin', { Origin: 'https://evil.example' }, 403],
  ['of the same host on another port', { Origin: 'http://127.0.0.1:1' }, 403],
  ['of a sandboxed frame', { Origin: 'null' }, 403],
  ['with a cookie and no Origin', { Origin: undefined }, 403],
  ['from another site, says the browser', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['from a sibling site, says the browser', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['as text', { 'Content-Type': 'text/plain' }, 415],
  ['without a session', { Cookie: undefined }, 401],
  ['with a session that we did not sign', { Cookie: 'kosmo.session_token=abc.def' }, 401],
])('refused: %s', async (_name, headers, status) => {
  const answer = await send(headers)
  expect(answer.status).toBe(status)
  expect(codeOf(answer)).toBe(status === 401 ? 'not_signed_in' : 'bad_request')
  expect(api.vendor.hits).toEqual([])
})

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refused: by %s', async (method) => {
  const input = encodeURIComponent(JSON.stringify(read()))
  const headers = { Cookie: ann.cookie, Origin: api.origin, 'Content-Type': 'application/json' }
  const response = await fetch(`${api.origin}/api/trpc/calls.make?input=${input}`, { method, headers })
  expect(response.status).toBe(404)
  expect(api.vendor.hits).toEqual([])
})

test('refused: several calls in one request', async () => {
  const answer = await ann.ask('calls.make,calls.make?batch=1', { 0: read(), 1: read() })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(api.vendor.hits).toEqual([])
})

test('refused: a session that signed out, at once', async () => {
  const eve = await api.signUp('eve')
  await api.connect(eve)
  const own = await startRun(eve)
  expect((await eve.post('/api/auth/sign-out', {})).status).toBe(200)
  const answer = await makeCall(eve, { ...read(), run: own })
  expect(answer.status).toBe(401)
  expect(api.vendor.hits).toEqual([])
})

test('refused: a session that has run out', async () => {
  const old = await api.signUp('old')
  await api.pool.query(`update session set expires_at = '2020-01-01'
    where user_id = (select id from "user" where email = 'old@example.com')`)
  expect(codeOf(await old.ask('accounts.list'))).toBe('not_signed_in')
  expect(codeOf(await makeCall(old, read()))).toBe('not_signed_in')
})

test('an error that nobody expected says its request and nothing else', async () => {
  await api.pool.query('alter table run rename to run_away')
  let answer: Answer
  try {
    answer = await ann.ask('runs.start', { script: 'a'.repeat(64), origin: 'mine', catalog: 'fixture' })
  } finally {
    await api.pool.query('alter table run_away rename to run')
  }
  expect(answer.status).toBe(500)
  expect(answer.error.code).toBe('internal')
  expect(answer.error.message).toContain(answer.headers.get('x-request-id'))
  expect(answer.text).not.toMatch(/run_away|relation|insert|select|stack/i)
  const logged = api.log.filter((line) => !line.startsWith('{'))
  expect(logged).toHaveLength(1)
  expect(logged[0]).not.toContain('a'.repeat(64))
})
