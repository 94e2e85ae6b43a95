import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Procedures, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
let account: string
let run: string
const script = 'a'.repeat(64)
const ok = { status: 200, body: '{"result":"OK"}' }
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
  account = (await ann.accounts.connect(api.account('work'))).id
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = (await ann.runs.start({ script, origin: 'mine', catalog: 'fixture' })).run
  api.vendor.answer = ok
  api.vendor.hits.length = 0
})

const make = (fn: string, args: string, more: { number?: number; integration?: string; account?: string } = {}) =>
  ann.calls.make({
    run,
    script,
    number: more.number ?? 1,
    integration: more.integration ?? 'alpha',
    function: fn,
    account: more.account ?? null,
    arguments: args,
    approval: null,
  })
const newest = async () => (await ann.audit.list({ run }))[0]

test('a read answers its value as JSON text, with what was sent and what came', async () => {
  const outcome = await make('peek', '{"key":"a b"}')
  expect(outcome).toMatchObject({ ok: true, value: '{"value":"OK"}', account: 'work' })
  expect(outcome.exchanges).toHaveLength(1)
  expect(outcome.exchanges[0]).toMatchObject({
    request: { method: 'POST', body: '["GET","a b"]' },
    reply: { status: 200, body: '{"result":"OK"}' },
  })
  expect(JSON.stringify(outcome)).not.toContain('sekret')
  expect(await newest()).toMatchObject({ number: 1, function: 'peek', account: 'work', effect: 'read', outcome: 'ok' })
  expect(await newest()).toMatchObject({ status: 200, bytes: 14 })
})

test('what the vendor refuses is an outcome with its code and status', async () => {
  api.vendor.answer = { status: 429, body: '{"error":"slow down"}' }
  const outcome = await make('peek', '{"key":"a"}')
  expect(outcome).toMatchObject({ ok: false, account: 'work' })
  expect(outcome).toMatchObject({
    error: { code: 'rate_limited', status: 429, integration: 'alpha', function: 'peek' },
  })
  expect(await newest()).toMatchObject({ outcome: 'rate_limited', status: 429, bytes: 0 })
})

test('the audit row is there before the vendor has answered', async () => {
  const answered = Promise.withResolvers<undefined>()
  api.vendor.answer = { ...ok, until: answered.promise }
  const outcome = make('peek', '{"key":"a"}')
  await expect.poll(() => api.vendor.hits.length).toBe(1)
  expect(await newest()).toMatchObject({ function: 'peek', outcome: null, status: null })
  answered.resolve(undefined)
  await outcome
  expect(await newest()).toMatchObject({ outcome: 'ok' })
})

test('a call without account says which integration and where to connect it', async () => {
  const outcome = await make('peek', '{"key":"a"}', { integration: 'beta' })
  expect(outcome).toMatchObject({ ok: false, account: null, exchanges: [] })
  expect(outcome).toMatchObject({
    error: { code: 'no_account', integration: 'beta', hint: expect.stringContaining('/accounts/') },
  })
  expect(await newest()).toMatchObject({ integration: 'beta', account: null, outcome: 'no_account' })
})

test('a standing ask holds for reads; a deny refuses them', async () => {
  await ann.permissions.set({ account, function: 'peek', rule: 'ask' })
  const asked = await make('peek', '{"key":"a"}')
  expect(asked).toMatchObject({ ok: false, approval: { function: 'peek', effect: 'read', mayAllowRun: false } })
  await ann.permissions.set({ account, function: 'peek', rule: 'deny' })
  expect(await make('peek', '{"key":"a"}', { number: 2 })).toMatchObject({ ok: false, error: { code: 'denied' } })
  await ann.permissions.set({ account, function: 'peek', rule: 'allow' })
  expect(api.vendor.hits).toEqual([])
})

test('a half that is not filled in is named before anyone is asked', async () => {
  const whoami = api.context.catalog.integrations['alpha']!.functions.find((fn) => fn.name === 'whoami')!
  whoami.effect = 'destructive'
  const outcome = await make('whoami', '{}')
  whoami.effect = 'read'
  expect(outcome).toMatchObject({ ok: false, error: { code: 'missing_credentials', account: 'work' } })
  expect(outcome).not.toHaveProperty('approval')
})

test('a value that was moved to another account opens for nobody', async () => {
  const { id } = await ann.accounts.connect(api.account('thief'))
  await api.pool.query(
    `update account_field set sealed = (select sealed from account_field where account_id = $1 and key = 'token')
     where account_id = $2 and key = 'token'`,
    [account, id],
  )
  expect(await make('peek', '{"key":"a"}', { account: 'thief' })).toMatchObject({ error: { code: 'internal' } })
  expect(await newest()).toMatchObject({ account: 'thief', outcome: 'internal' })
  expect(api.reported).toHaveLength(1)
  expect(api.vendor.hits).toEqual([])
})

test('integers of 64 bits stay exact in the question', async () => {
  const peek = api.context.catalog.integrations['alpha']!.functions.find((fn) => fn.name === 'put')!
  peek.input = { type: 'object', properties: { key: { type: 'integer' }, value: { type: 'string' } } }
  const asked = await make('put', '{"value":"1","key":9007199254740993}')
  expect(asked).toMatchObject({ approval: { arguments: '{"key":9007199254740993,"value":"1"}' } })
  expect(asked).toMatchObject({ approval: { preview: { body: '["SET",9007199254740993,"1"]' } } })
})
