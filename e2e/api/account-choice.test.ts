// A run that says which of the caller's accounts stands for each name in the script; nobody else's account ever does.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { type AccountChoice } from '../../src/contract/snippet.ts'
import { askAndDecide, type CallInput, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let bob: Caller
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  bob = await api.signUp('bob')
  // The first account of each user is the default one.
  for (const name of ['main', 'work', 'production']) await connect(ann, 'ann', name)
  for (const name of ['main', 'home', 'of_bob']) await connect(bob, 'bob', name)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(() => {
  api.vendor.hits.length = 0
})

/** An account whose key names its user and itself, so that the vendor's log tells which one was used. */
async function connect(caller: Caller, user: string, name: string): Promise<void> {
  const fields = { url: api.vendor.url, token: `token-${user}-${name}` }
  const answer = await caller.ask('accounts.connect', { integration: 'alpha', name, fields })
  if (answer.status !== 200) throw new Error(`accounts.connect answered ${answer.text}`)
}

const start = (caller: Caller, alpha: AccountChoice[string]) => startRun(caller, { accounts: { alpha } })
const peek = (run: string, account: string | null, more: Partial<CallInput> = {}) =>
  describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', account, ...more })

/** What a read comes to: the account that the caller is told of, and the key that the vendor saw. */
async function read(caller: Caller, choice: AccountChoice[string], account: string | null) {
  const { data } = await makeCall(caller, peek(await start(caller, choice), account))
  const sent = api.vendor.hits.map(({ authorization }) => authorization)
  return { told: data.ok ? data.account : data.error.code, sent }
}
const uses = (name: string) => ({ told: name, sent: [`Bearer token-ann-${name}`] })

test.each<[string, AccountChoice[string], string | null, string]>([
  ['a name that I do not have', { staging: 'production' }, 'staging', 'production'],
  ['a name that I have', { work: 'production' }, 'work', 'production'],
  ['no name', { default: 'work' }, null, 'work'],
  ['"default"', { default: 'work' }, 'default', 'work'],
  ['a name that was not chosen for', { work: 'production' }, 'main', 'main'],
  ['no name where only others were chosen for', { work: 'production' }, null, 'main'],
  ['a name by my default account', { staging: 'default' }, 'staging', 'main'],
  ['a name whose choice was chosen for too', { staging: 'work', work: 'production' }, 'staging', 'work'],
  ['names that changed places', { main: 'work', work: 'main' }, 'main', 'work'],
])('a script that names %s', async (_name, choice, account, expected) => {
  expect(await read(ann, choice, account)).toEqual(uses(expected))
})

test.each(['of_bob', 'home', 'never_was'])("a choice of what is not one's own finds nothing: %s", async (name) => {
  for (const [choice, account, asked] of [
    [{ work: name }, 'work', '"work"'],
    [{ default: name }, null, 'the default account'],
  ] as const) {
    const answer = await makeCall(ann, peek(await start(ann, choice), account))
    expect(answer.data.error).toMatchObject({
      code: 'no_account',
      account: name,
      message: `You have no account named "${name}" for Store alpha (alpha), which this run was to use for ${asked}.`,
    })
  }
  expect(api.vendor.hits).toEqual([])
})

test("a choice of one's own name, which another user has too, is one's own account", async () => {
  const run = await start(bob, { work: 'main' })
  expect((await makeCall(bob, peek(run, 'work'))).data.account).toBe('main')
  expect(api.vendor.hits.map((hit) => hit.authorization)).toEqual(['Bearer token-bob-main'])
})

test("the choice of another user's run is of no use", async () => {
  const run = await start(ann, { default: 'production' })
  expect(codeOf(await makeCall(bob, peek(run, null)))).toBe('no_grant')
  expect(api.vendor.hits).toEqual([])
})

test('question, vendor and audit name the real account', async () => {
  const run = await start(ann, { staging: 'production' })
  const asked = await makeCall(ann, describeWrite(run, { account: 'staging' }))
  expect(asked.data).toMatchObject({ account: 'production', approval: { account: 'production' } })
  expect(asked.data.error).toMatchObject({ account: 'production', message: expect.stringContaining('"production"') })
  await ann.ask('approvals.decide', { approval: asked.data.approval.id, decision: 'once' })
  const call = describeWrite(run, { account: 'staging', approval: asked.data.approval.id })
  expect((await makeCall(ann, call)).data).toMatchObject({ ok: true, account: 'production' })
  expect(api.vendor.hits.map((hit) => hit.authorization)).toEqual(['Bearer token-ann-production'])
  const audit = await ann.ask('audit.list', { run })
  expect(audit.data.map((row: { account: string }) => row.account)).toEqual(['production', 'production'])
})

test('an approval counts for the real account, by whichever name the script reaches it', async () => {
  const run = await start(ann, { staging: 'production', live: 'production', other: 'work' })
  const call = await askAndDecide(ann, describeWrite(run, { account: 'staging' }), 'once')
  expect(codeOf(await makeCall(ann, { ...call, account: 'other' }))).toBe('approval_required')
  expect(api.vendor.hits).toEqual([])
  expect((await makeCall(ann, { ...call, account: 'live' })).data).toMatchObject({ ok: true, account: 'production' })
})

test('the permissions of the real account count', async () => {
  const { data } = await ann.ask('accounts.list')
  const { id } = (data as { id: string; name: string }[]).find(({ name }) => name === 'production')!
  await ann.ask('permissions.set', { account: id, effect: 'read', rule: 'deny' })
  const answer = await makeCall(ann, peek(await start(ann, { work: 'production' }), 'work'))
  await ann.ask('permissions.set', { account: id, effect: 'read', rule: 'allow' })
  expect(answer.data.error).toMatchObject({ code: 'denied', account: 'production' })
  expect(answer.data.error.message).toContain('your account "production"')
  expect(api.vendor.hits).toEqual([])
})

test('an account that is renamed while the run goes on is found no more', async () => {
  const run = await start(ann, { default: 'work' })
  const { data } = await ann.ask('accounts.list')
  const { id } = (data as { id: string; name: string }[]).find(({ name }) => name === 'work')!
  await ann.ask('accounts.rename', { id, name: 'elsewhere' })
  expect(codeOf(await makeCall(ann, peek(run, null)))).toBe('no_account')
  await ann.ask('accounts.rename', { id, name: 'work' })
  expect((await makeCall(ann, peek(run, null, { number: 2 }))).data.account).toBe('work')
})

test.each(['work', 'staging', 'gone', null])('a call takes two statements, by %s', async (account) => {
  const run = await start(ann, { staging: 'production', gone: 'never_was', default: 'work' })
  api.statements.length = 0
  await makeCall(ann, peek(run, account))
  expect(api.statements).toHaveLength(2)
})
