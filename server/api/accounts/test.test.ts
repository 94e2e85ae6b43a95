import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Procedures, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(() => {
  api.vendor.hits.length = 0
})

test('each half that is filled in is tested by its own call and reported apart', async () => {
  const owner = { email: 'me@example.com', admin_key: 'sekret-key', admin_url: `${api.vendor.url}/admin` }
  const { fields, ...rest } = api.account('both')
  const { id } = await ann.accounts.connect({ ...rest, fields: { ...fields, ...owner } })
  expect(await ann.accounts.test({ id })).toEqual([
    { group: 'data', ok: true, error: null },
    { group: 'owner', ok: true, error: null },
  ])
  const basic = `Basic ${Buffer.from('me@example.com:sekret-key').toString('base64')}`
  expect(api.vendor.hits).toEqual([
    { method: 'POST', path: '/', authorization: 'Bearer sekret-token', body: '["GET","test"]' },
    { method: 'GET', path: '/admin/me', authorization: basic, body: '' },
  ])
})

test('a refusal of the vendor is reported, without the secret', async () => {
  const { id } = await ann.accounts.connect(api.account('refused'))
  api.vendor.answer = { status: 401, body: '{"error":"bad token sekret-token"}' }
  const halves = await ann.accounts.test({ id })
  api.vendor.answer = { status: 200, body: '{"result":"OK"}' }
  expect(halves).toMatchObject([
    { group: 'data', ok: false, error: { code: 'refused_key', status: 401, integration: 'alpha', account: 'refused' } },
  ])
  expect(JSON.stringify(halves)).not.toContain('sekret')
})

test('each test has its audit row, and the account was used', async () => {
  const { id } = await ann.accounts.connect(api.account('noted'))
  await ann.accounts.test({ id })
  const [newest] = await ann.audit.list()
  expect(newest).toMatchObject({ run: null, number: 0, function: 'peek', account: 'noted', outcome: 'ok', status: 200 })
  const account = (await ann.accounts.list()).find((row) => row.id === id)
  expect(account?.lastUsedAt).toBe(new Date(api.time.now).toISOString())
})
