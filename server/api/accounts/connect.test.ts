import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
beforeAll(async () => {
  api = await startProcedures()
})
afterAll(() => api[Symbol.asyncDispose]())

test('the first account of an integration becomes its default, the second does not', async () => {
  const ann = await api.signIn('ann')
  const first = await ann.accounts.connect(api.account('work'))
  expect(first).toMatchObject({
    integration: 'alpha',
    name: 'work',
    isDefault: true,
    lastUsedAt: null,
    permissions: [],
  })
  expect(first.fields).toEqual([
    { key: 'url', set: true },
    { key: 'token', set: true },
    { key: 'email', set: false },
    { key: 'admin_key', set: false },
    { key: 'admin_url', set: false },
  ])
  expect(await ann.accounts.connect(api.account('home'))).toMatchObject({ isDefault: false })
  expect(await ann.accounts.connect(api.account('work', 'beta'))).toMatchObject({ isDefault: true })
})

test('no value comes back, and none is stored in the clear', async () => {
  const bob = await api.signIn('bob')
  const answer = await bob.accounts.connect(api.account('work'))
  expect(JSON.stringify(answer)).not.toContain('sekret')
  const { rows } = await api.pool.query<{ sealed: Buffer }>('select sealed from account_field')
  expect(rows.length).toBeGreaterThan(0)
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/sekret|127\.0\.0\.1/)
})

test('a name is taken once per user and integration', async () => {
  const cleo = await api.signIn('cleo')
  await cleo.accounts.connect(api.account('work'))
  expect(await refusalOf(cleo.accounts.connect(api.account('work')))).toMatchObject({ code: 'name_taken' })
  expect(await refusalOf(cleo.accounts.connect(api.account('peek')))).toMatchObject({ code: 'name_taken' })
})

test('of many first accounts at once, one is the default and no name is there twice', async () => {
  const dan = await api.signIn('dan')
  const names = ['a', 'b', 'c', 'a', 'b', 'c']
  const results = await Promise.allSettled(names.map((name) => dan.accounts.connect(api.account(name))))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3)
  const accounts = await dan.accounts.list()
  expect(accounts.map((account) => account.name)).toEqual(['a', 'b', 'c'])
  expect(accounts.filter((account) => account.isDefault)).toHaveLength(1)
})

test('fields that do not fit leave no account behind', async () => {
  const eve = await api.signIn('eve')
  const half = { ...api.account('work'), fields: { url: api.vendor.url } }
  expect(await refusalOf(eve.accounts.connect(half))).toMatchObject({ code: 'missing_credentials' })
  const foreign = { ...api.account('work'), fields: { url: 'https://evil.example', token: 'sekret-token' } }
  expect(await refusalOf(eve.accounts.connect(foreign))).toMatchObject({ code: 'blocked_address' })
  expect(await eve.accounts.list()).toEqual([])
})

test.each(['gamma', '__proto__', 'constructor'])('there is no integration %s', async (integration) => {
  const caller = await api.signIn(`user of ${integration}`)
  const refusal = await refusalOf(caller.accounts.connect(api.account('work', integration)))
  expect(refusal.code).toBe('unknown_integration')
})

test('where values would cross a network in the clear, none is taken', async () => {
  const frank = await api.signIn('frank')
  api.context.settings.credentials = { allowed: false, reason: 'x.example is reached over plain HTTP' }
  const refusal = await refusalOf((await api.signIn('fay')).accounts.connect(api.account('work')))
  api.context.settings.credentials = { allowed: true }
  expect(refusal).toMatchObject({ code: 'forbidden', hint: 'x.example is reached over plain HTTP.' })
  expect(await frank.accounts.list()).toEqual([])
})

test('a user has at most 50 accounts of one integration', async () => {
  const gus = await api.signIn('gus')
  await api.pool.query(`insert into account (id, user_id, integration, name, is_default)
    select 'gus' || n, 'gus', 'alpha', 'n' || n, n = 1 from generate_series(1, 50) n`)
  expect(await refusalOf(gus.accounts.connect(api.account('one_more')))).toMatchObject({ code: 'forbidden' })
})
