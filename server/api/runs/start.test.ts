import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../../src/contract/limits.ts'
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

test('the accounts of a run stand for the default where a call names none', async () => {
  await ann.accounts.connect(api.account('work'))
  await ann.accounts.connect(api.account('home'))
  const callFrom = async (accounts: Record<string, string>, account: string | null) => {
    const { run } = await ann.runs.start({ ...input, accounts })
    const call = { run, script, number: 1, integration: 'alpha', function: 'peek', arguments: '{"key":"a"}' }
    return ann.calls.make({ ...call, account, approval: null })
  }
  expect(await callFrom({}, null)).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom({ alpha: 'home' }, null)).toMatchObject({ ok: true, account: 'home' })
  expect(await callFrom({ alpha: 'home' }, 'default')).toMatchObject({ ok: true, account: 'home' })
  expect(await callFrom({ alpha: 'home' }, 'work')).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom({ beta: 'home' }, null)).toMatchObject({ ok: true, account: 'work' })
  expect(await callFrom({ alpha: 'gone' }, null)).toMatchObject({ ok: false, error: { code: 'no_account' } })
})

test('finishing twice is fine; a run that never was cannot be finished', async () => {
  const { run } = await ann.runs.start(input)
  expect(await ann.runs.finish({ run })).toEqual({ ok: true })
  expect(await ann.runs.finish({ run })).toEqual({ ok: true })
  expect(await refusalOf(ann.runs.finish({ run: 'nothing' }))).toMatchObject({ code: 'not_found' })
})
