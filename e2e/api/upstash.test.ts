// The real definition of Upstash through the API: connect, test, read, write, delete.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

const catalog = loadCatalog()
let api: TestApi
let ann: Caller
let id: string
let run: string
beforeAll(async () => {
  api = await startApi({}, catalog)
  ann = await api.signUp('ann')
  const fields = { redis_url: api.vendor.url, rest_token: 'sekret-token' }
  id = (await ann.ask('accounts.connect', { integration: 'upstash', name: 'main', fields })).data.id as string
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = await startRun(ann, { catalog: catalog.index.version })
  api.vendor.hits.length = 0
})

const call = (fn: string, args: object) =>
  describeWrite(run, { integration: 'upstash', function: fn, arguments: JSON.stringify(args) })

test('its half is tested with a read of one key', async () => {
  expect((await ann.ask('accounts.test', { id })).data).toEqual([{ group: 'redis', ok: true, error: null }])
  expect(api.vendor.hits.map((hit) => hit.body)).toEqual(['["GET","kosmokrator:connection-test"]'])
})

test('a read runs with the token of the account', async () => {
  const answer = await makeCall(ann, call('get_key', { key: 'a/b?c' }))
  expect(answer.data).toMatchObject({ ok: true, value: '{"key":"a/b?c","value":"OK"}', account: 'main' })
  expect(api.vendor.hits).toEqual([
    { method: 'POST', path: '/', authorization: 'Bearer sekret-token', body: '["GET","a/b?c"]' },
  ])
})

test('a write shows its command before it is sent, then sends that', async () => {
  const write = call('set_key', { key: 'a', value: '1', ex: 60 })
  const asked = await makeCall(ann, write)
  expect(asked.data.approval).toMatchObject({ effect: 'write', mayAllowRun: true })
  expect(asked.data.approval.preview).toMatchObject({ url: `${api.vendor.url}/`, body: '["SET","a","1","EX",60]' })
  const approval = asked.data.approval.id as string
  await ann.ask('approvals.decide', { approval, decision: 'once' })
  expect((await makeCall(ann, { ...write, approval })).data.ok).toBe(true)
  expect(api.vendor.hits.map((hit) => hit.body)).toEqual(['["SET","a","1","EX",60]'])
})

test('a delete asks, and is not to be had for the whole run', async () => {
  const asked = await makeCall(ann, call('delete_key', { key: 'a' }))
  expect(asked.data.approval).toMatchObject({ effect: 'destructive', mayAllowRun: false })
  await makeCall(ann, await askAndDecide(ann, { ...call('delete_key', { key: 'b' }), number: 2 }, 'once'))
  expect(codeOf(await makeCall(ann, { ...call('delete_key', { key: 'b' }), number: 3 }))).toBe('approval_required')
})

test('the management functions need the other half', async () => {
  expect(codeOf(await makeCall(ann, call('list_databases', {})))).toBe('missing_credentials')
  expect(api.vendor.hits).toEqual([])
})

test.each(['https://example.com', 'http://eu1.upstash.io', 'https://eu1.upstash.io.evil.example'])(
  'the base URL %s is refused',
  async (url) => {
    const fields = { redis_url: url, rest_token: 'sekret-token' }
    const answer = await ann.ask('accounts.connect', { integration: 'upstash', name: 'other', fields })
    expect(codeOf(answer)).toBe('blocked_address')
  },
)
