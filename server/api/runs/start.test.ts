import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../../src/contract/limits.ts'
import { type AccountChoice } from '../../../src/contract/snippet.ts'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
})
afterAll(() => api[Symbol.asyncDispose]())

const script = 'a'.repeat(64)
const input = { script, origin: 'mine', catalog: 'fixture' } as const

test('a grant outlives the longest run by a minute', async () => {
  const { run, expiresAt } = await ann.runs.start(input)
  expect(run).toMatch(/^[\w-]{21}$/)
  expect(Date.parse(expiresAt)).toBe(api.time.now + LIMITS.wallMs + 60_000)
})

test('a page of another catalog is stale', async () => {
  expect(await refusalOf(ann.runs.start({ ...input, catalog: 'older' }))).toMatchObject({ code: 'stale_page' })
})

test('an account of the caller stands for each name of the script, as the run was told', async () => {
  await ann.accounts.connect(api.account('work'))
  await ann.accounts.connect(api.account('home'))
  const callFrom = async (accounts: AccountChoice, account: string | null) => {
    const { run } = await ann.runs.start({ ...input, accounts })
    const call = { run, script, number: 1, integration: 'alpha', function: 'peek', arguments: '{"key":"a"}' }
    return ann.calls.make({ ...call, account, approval: null })
  }
  expect(await callFrom({}, null)).toMatchObject({ ok: true, account: 'work' })
  const home = { alpha: { default: 'home' } }
  expect(await callFrom(home, null)).toMatchObject({ ok: true, account: 'home' })
  expect(await callFrom(home, 'default')).toMatchObject({ ok: true, account: 'home' })
  expect(await callFrom(home, 'work')).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom({ beta: { default: 'home' } }, null)).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom({ alpha: {} }, null)).toMatchObject({ ok: true, account: 'work' })
  const staging = { alpha: { staging: 'home', home: 'work', mine: 'default' } }
  expect(await callFrom(staging, 'staging')).toMatchObject({ ok: true, account: 'home' })
  expect(await callFrom(staging, 'home')).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom(staging, 'mine')).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom(staging, null)).toMatchObject({ ok: true, account: 'work' })
})

test('an account that is not there is named with the choice that led to it', async () => {
  const accounts = { alpha: { default: 'gone', staging: 'lost' } }
  const { run } = await ann.runs.start({ ...input, accounts })
  const call = { run, script, integration: 'alpha', function: 'peek', arguments: '{"key":"a"}', approval: null }
  const make = async (number: number, account: string | null) => {
    const outcome = await ann.calls.make({ ...call, number, account })
    return outcome.ok ? null : [outcome.error.code, outcome.error.account, outcome.error.message]
  }
  expect(await make(1, null)).toEqual([
    ...['no_account', 'gone'],
    'You have no account named "gone" for Store alpha (alpha), which this run was to use for the default account.',
  ])
  expect(await make(2, 'staging')).toEqual([
    ...['no_account', 'lost'],
    'You have no account named "lost" for Store alpha (alpha), which this run was to use for "staging".',
  ])
  expect(await make(3, 'other')).toEqual([
    ...['no_account', 'other', 'You have no account named "other" for Store alpha (alpha).'],
  ])
})

test.each([
  ['a name that none can have', { alpha: { default: "' or 1=1" } }],
  ['a script name that none can have', { alpha: { 'a.b': 'home' } }],
  ['an integration that none can be', { '../x': { default: 'home' } }],
  ['the form of before', { alpha: 'home' }],
  ['more names than a script has', { alpha: Object.fromEntries([...Array(501).keys()].map((n) => [`a${n}`, 'home'])) }],
])('refused: %s', async (_name, accounts) => {
  await expect(ann.runs.start({ ...input, accounts: accounts as AccountChoice })).rejects.toThrow()
})

test('finishing twice is fine; a run that never was cannot be finished', async () => {
  const { run } = await ann.runs.start(input)
  expect(await ann.runs.finish({ run })).toEqual({ ok: true })
  expect(await ann.runs.finish({ run })).toEqual({ ok: true })
  expect(await refusalOf(ann.runs.finish({ run: 'nothing' }))).toMatchObject({ code: 'not_found' })
})
