// A server whose settings change the limits: each holds at its figure and refuses what is one beyond.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

const SETTINGS = {
  LIMIT_CALLS_PER_RUN: '2',
  LIMIT_CALLS_PER_MINUTE: '7',
  LIMIT_CALLS_AT_ONCE: '1',
  LIMIT_REPLY_KIB: '2',
  LIMIT_SOURCE_KIB: '3',
  LIMIT_DEPTH: '10',
  LIMIT_WALL_SECONDS: '5',
}

let api: TestApi
let ann: Caller
let run: string
beforeAll(async () => {
  api = await startApi(SETTINGS)
  ann = await api.signUp('ann')
  await api.connect(ann)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  api.time.now += 60_000
  api.vendor.answer = { status: 200, body: '{"result":"OK"}' }
  run = await startRun(ann)
  api.vendor.hits.length = 0
})

const read = (number: number, of = run) => describeWrite(of, { function: 'peek', arguments: '{"key":"a"}', number })
const nest = (depth: number, inner: string) => '['.repeat(depth) + inner + ']'.repeat(depth)

test('anyone may ask which limits are in force', async () => {
  const answer = await api.visitor().ask('session.get')
  const settings = (answer.data as { limits: string }).limits.split(' ')
  expect(settings.sort()).toEqual(
    Object.entries(SETTINGS)
      .map(([name, value]) => `${name}=${value}`)
      .sort(),
  )
})

test('calls of a run', async () => {
  expect((await makeCall(ann, read(1))).data.ok).toBe(true)
  expect((await makeCall(ann, read(2))).data.ok).toBe(true)
  const { data } = await makeCall(ann, read(3))
  expect(data.error).toMatchObject({ code: 'call_limit', message: 'A run may make 2 calls.' })
  expect(api.vendor.hits).toHaveLength(2)
})

test('calls of a minute', async () => {
  for (let i = 0; i < 7; i++) {
    expect((await makeCall(ann, read(1, await startRun(ann)))).data.ok).toBe(true)
  }
  const { data } = await makeCall(ann, read(1))
  expect(data.error).toMatchObject({ code: 'rate_limited', message: 'More than 7 calls in one minute.' })
})

test('calls at once', async () => {
  const answered = Promise.withResolvers<undefined>()
  api.vendor.answer.until = answered.promise
  const first = makeCall(ann, read(1))
  await expect.poll(() => api.vendor.hits.length).toBe(1)
  expect(codeOf(await makeCall(ann, read(1, await startRun(ann))))).toBe('rate_limited')
  answered.resolve(undefined)
  expect(codeOf(await first)).toBeUndefined()
  expect(api.vendor.hits).toHaveLength(1)
})

test('the bytes of a reply', async () => {
  const reply = (bytes: number) => `{"result":"${'x'.repeat(bytes - '{"result":""}'.length)}"}`
  api.vendor.answer.body = reply(2048)
  expect((await makeCall(ann, read(1))).data).toMatchObject({ ok: true })
  api.vendor.answer.body = reply(2049)
  const { data } = await makeCall(ann, read(2))
  expect(data.error).toMatchObject({ code: 'reply_too_large' })
  expect(data.error.message).toContain('more than 2 KiB')
})

test('the depth of a reply', async () => {
  api.vendor.answer.body = `{"result":${nest(9, '"x"')}}`
  expect((await makeCall(ann, read(1))).data).toMatchObject({ ok: true })
  api.vendor.answer.body = `{"result":${nest(10, '')}}`
  const { data } = await makeCall(ann, read(2))
  expect(data.error).toMatchObject({ code: 'reply_too_large' })
  expect(data.error.message).toContain('nested deeper than 10 levels')
})

test('the depth of arguments', async () => {
  const call = { ...read(1), arguments: `{"key":${nest(10, '')}}` }
  const { data } = await makeCall(ann, call)
  expect(data.error).toMatchObject({ message: 'The arguments are nested deeper than 10 levels' })
})

test('the bytes of a saved script, counted as UTF-8', async () => {
  const save = (source: string) => ann.ask('snippets.save', { title: 'long', source, visibility: 'private' })
  expect(await save(`-- ${'é'.repeat(1534)} `)).toMatchObject({ status: 200 })
  const refused = await save(`-- ${'é'.repeat(1535)}`)
  expect(refused.error).toMatchObject({
    code: 'source_too_large',
    message: 'The script has 3073 bytes; 3072 are allowed.',
  })
})

test('the time of a run: its last call may come within a minute after it', async () => {
  api.time.now += 64_000
  expect((await makeCall(ann, read(1))).data.ok).toBe(true)
  api.time.now += 2_000
  expect(codeOf(await makeCall(ann, read(2)))).toBe('no_grant')
})
