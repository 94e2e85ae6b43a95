// How much one run and one user may do, and what a call costs the database.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../src/contract/limits.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let run: string
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  await api.connect(ann)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  api.time.now += 60_000
  run = await startRun(ann)
  api.vendor.hits.length = 0
})

const read = (number: number) => describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', number })

test('a run may make 100 calls', async () => {
  await api.pool.query('update run set calls_used = $2, last_number = $2 where id = $1', [run, LIMITS.callsPerRun - 1])
  expect((await makeCall(ann, read(100))).data.ok).toBe(true)
  expect(codeOf(await makeCall(ann, read(101)))).toBe('call_limit')
  expect(api.vendor.hits).toHaveLength(1)
})

test('nor does a run make more calls when many come at once', async () => {
  await api.pool.query('update run set calls_used = $2 where id = $1', [run, LIMITS.callsPerRun - 3])
  await Promise.all(Array.from({ length: 30 }, (_, index) => makeCall(ann, read(index + 1))))
  expect(api.vendor.hits.length).toBeGreaterThan(0)
  expect(api.vendor.hits.length).toBeLessThanOrEqual(3)
})

test('the repetition of an approved call is not counted again', async () => {
  await api.pool.query('update run set calls_used = $2, last_number = $2 where id = $1', [run, LIMITS.callsPerRun - 1])
  const call = await askAndDecide(ann, describeWrite(run, { number: 100 }), 'once')
  expect((await makeCall(ann, call)).data.ok).toBe(true)
  expect(codeOf(await makeCall(ann, read(101)))).toBe('call_limit')
})

test('a user may make 300 calls a minute, over all runs; refused ones use up no approval', async () => {
  const call = await askAndDecide(ann, describeWrite(run), 'once')
  await api.pool.query('update call_rate set calls = $1', [LIMITS.callsPerMinute])
  const answer = await makeCall(ann, call)
  expect(answer.data.error).toMatchObject({ code: 'rate_limited', retryable: true })
  expect(codeOf(await makeCall(ann, { ...read(1), run: await startRun(ann) }))).toBe('rate_limited')
  expect(api.vendor.hits).toEqual([])
  api.time.now += 60_000
  expect((await makeCall(ann, call)).data.ok).toBe(true)
})

test('the test of an account counts too', async () => {
  const id = ((await ann.ask('accounts.list')).data as { id: string }[])[0]!.id
  expect((await ann.ask('accounts.test', { id })).data).toEqual([{ group: 'data', ok: true, error: null }])
  await api.pool.query('update call_rate set calls = $1', [LIMITS.callsPerMinute])
  expect(codeOf(await ann.ask('accounts.test', { id }))).toBe('rate_limited')
  expect(api.vendor.hits).toHaveLength(1)
})

test('arguments larger than a request may be are refused', async () => {
  const answer = await makeCall(ann, { ...read(1), arguments: `{"key":"${'x'.repeat(LIMITS.requestBytes)}"}` })
  expect(codeOf(answer)).toBe('request_too_large')
  expect(api.vendor.hits).toEqual([])
})

test.each<[string, () => Promise<unknown>, number]>([
  ['a read', () => makeCall(ann, read(1)), 2],
  ['a write that asks', () => makeCall(ann, describeWrite(run)), 2],
  ['a call without account', () => makeCall(ann, { ...read(1), account: 'nobody' }), 2],
  ['a call of an unknown run', () => makeCall(ann, { ...read(1), run: 'nothing' }), 1],
  ['a call with wrong arguments', () => makeCall(ann, { ...read(1), arguments: '{}' }), 0],
  ['a call without session', () => makeCall(api.visitor(), read(1)), 0],
])('%s', async (_name, act, count) => {
  api.statements.length = 0
  await act()
  expect(api.statements).toHaveLength(count)
})

test('an approved call takes two statements as well', async () => {
  const call = await askAndDecide(ann, describeWrite(run), 'once')
  api.statements.length = 0
  expect((await makeCall(ann, call)).data.ok).toBe(true)
  expect(api.statements).toHaveLength(2)
})

test('when the caller goes away, the request to the vendor ends and its row says so', async () => {
  api.vendor.answer.until = new Promise(() => undefined)
  const leaving = new AbortController()
  const headers = { Origin: api.origin, 'Content-Type': 'application/json', Cookie: ann.cookie }
  const body = JSON.stringify(read(1))
  const gone = fetch(`${api.origin}/api/trpc/calls.make`, { method: 'POST', headers, body, signal: leaving.signal })
  await expect.poll(() => api.vendor.hits.length).toBe(1)
  leaving.abort()
  await expect(gone).rejects.toThrow()
  await expect.poll(() => api.vendor.aborted).toBe(1)
  delete api.vendor.answer.until
  const outcome = async () => (await ann.ask('audit.list', { run })).data[0].outcome as string
  await expect.poll(outcome).toBe('cancelled')
})
