// Two users × every procedure × each other's ids: nothing of one is told to the other, nothing of one is changed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '../../server/api/router.ts'
import { type Caller, SCRIPT } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, describeWrite, makeCall, startRun } from './live-run.ts'

interface Ids {
  account: string
  run: string
  approval: string
  snippet: string
  token: string
}

const SNIPPET = { source: 'return 2', title: 'Another', visibility: 'private' }

/** For each procedure the inputs by which its caller reaches for these ids; empty where none is taken. */
const REACHES: Record<string, (ids: Ids) => unknown[]> = {
  'session.get': () => [],
  'accounts.list': () => [],
  'accounts.names': () => [],
  'accounts.connect': () => [],
  'accounts.rename': ({ account }) => [{ id: account, name: 'mine' }],
  'accounts.makeDefault': ({ account }) => [{ id: account }],
  'accounts.test': ({ account }) => [{ id: account }],
  'accounts.replace': ({ account }) => [{ id: account, fields: { token: 'another-token' } }],
  'accounts.remove': ({ account }) => [{ id: account }],
  'permissions.set': ({ account }) => [
    { account, effect: 'write', rule: 'allow' },
    { account, function: 'put', rule: 'allow' },
  ],
  'runs.start': () => [],
  'runs.finish': ({ run }) => [{ run }],
  'calls.make': ({ run, approval }) => [
    describeWrite(run, { number: 7, account: null }),
    describeWrite(run, { number: 7, function: 'peek', arguments: '{"key":"a"}' }),
    describeWrite(run, { number: 2, approval }),
  ],
  'approvals.decide': ({ approval }) => [
    { approval, decision: 'once' },
    { approval, decision: 'run' },
    { approval, decision: 'deny' },
  ],
  'audit.list': ({ run }) => [{ run }],
  'tokens.create': () => [],
  'tokens.list': () => [],
  'tokens.revoke': ({ token }) => [{ id: token }],
  'snippets.save': ({ snippet }) => [
    { ...SNIPPET, snippet },
    { ...SNIPPET, forkOf: { snippet, version: 1 } },
  ],
  'snippets.get': ({ snippet }) => [{ id: snippet }, { id: snippet, version: 1 }],
  'snippets.list': () => [],
  'snippets.revoke': ({ snippet }) => [{ id: snippet }],
  'snippets.setVisibility': ({ snippet }) => [{ id: snippet, visibility: 'link' }],
}

let api: TestApi
const users: Record<'ann' | 'bob', { caller: Caller; ids: Ids }> = {} as never
beforeAll(async () => {
  api = await startApi()
  for (const name of ['ann', 'bob'] as const) {
    const caller = await api.signUp(name)
    const account = await api.connect(caller, 'alpha', `of_${name}`)
    await api.connect(caller, 'alpha', `second_of_${name}`)
    const run = await startRun(caller)
    await makeCall(caller, describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', account: null }))
    const write = describeWrite(run, { number: 2, account: null })
    const { approval } = await askAndDecide(caller, write, null)
    const saved = await caller.ask('snippets.save', { ...SNIPPET, title: `of_${name}` })
    const scopes = { effects: ['read'], integrations: null, days: 1 }
    const made = await caller.ask('tokens.create', { name: `of_${name}`, ...scopes })
    users[name] = { caller, ids: { account, run, approval, snippet: saved.data.id, token: made.data.row.id } }
  }
  api.vendor.hits.length = 0
})
afterAll(() => api[Symbol.asyncDispose]())

const nothing: Ids = {
  account: 'nothing',
  run: 'nothing',
  approval: 'nothing',
  snippet: 'nothingNothingNothing0',
  token: 'nothing',
}
const pairs = Object.keys(REACHES).flatMap((procedure) => [
  [procedure, 'ann', 'bob'] as const,
  [procedure, 'bob', 'ann'] as const,
])

test('every procedure has its case here', () => {
  expect(Object.keys(REACHES).sort()).toEqual(Object.keys(appRouter._def.procedures).sort())
})

test.each(pairs)('%s: %s reaches for what is of %s', async (procedure, name, other) => {
  const { caller } = users[name]
  const before = await dumpOf(other)
  const inputs = REACHES[procedure]!(users[other].ids)
  for (const [index, input] of inputs.entries()) {
    const foreign = await caller.ask(procedure, input)
    const unknown = await caller.ask(procedure, REACHES[procedure]!(nothing)[index])
    expect({ status: foreign.status, text: foreign.text }).toEqual({ status: unknown.status, text: unknown.text })
    expect(foreign.data === undefined || foreign.data.ok === false || foreign.text.includes('"data":[]')).toBe(true)
  }
  if (!inputs.length) {
    const answer = await caller.ask(procedure)
    expect(answer.text).not.toMatch(new RegExp(`of_${other}|${other}@|${Object.values(users[other].ids).join('|')}`))
  }
  expect(await dumpOf(other)).toBe(before)
  expect(api.vendor.hits).toEqual([])
})

const OPEN = ['session.get', 'snippets.get']
test.each(Object.keys(REACHES).filter((name) => !OPEN.includes(name)))('%s: a visitor is refused', async (name) => {
  const valid: Record<string, unknown> = {
    'accounts.connect': { integration: 'alpha', name: 'x', fields: {} },
    'runs.start': { script: SCRIPT, origin: 'mine', catalog: 'fixture' },
    'tokens.create': { name: 'x', effects: ['read'], integrations: null, days: 1 },
  }
  const answer = await api.visitor().ask(name, valid[name] ?? REACHES[name]!(users.ann.ids)[0])
  expect(answer.status).toBe(401)
  expect(answer.error.code).toBe('not_signed_in')
  expect(answer.text).not.toContain('ann')
})

test('a list holds what is of its caller', async () => {
  for (const [name, { caller, ids }] of Object.entries(users)) {
    const { data } = await caller.ask('accounts.list')
    expect(data.map((row: { name: string }) => row.name)).toEqual([`of_${name}`, `second_of_${name}`])
    const audit = await caller.ask('audit.list')
    expect(new Set(audit.data.map((row: { run: string }) => row.run))).toEqual(new Set([ids.run]))
  }
})

/** Every row that belongs to a user, as text. */
async function dumpOf(name: string): Promise<string> {
  const { rows } = await api.pool.query<{ dump: string }>(
    `with u as (select id from "user" where name = $1), a as (select * from account where user_id = (select id from u)),
       r as (select * from run where user_id = (select id from u))
     select json_build_array(
       (select json_agg(a order by id) from a),
       (select json_agg(f order by account_id, key) from account_field f where account_id in (select id from a)),
       (select json_agg(p) from permission p where account_id in (select id from a)),
       (select json_agg(r order by id) from r),
       (select json_agg(w) from run_allowance w where run_id in (select id from r)),
       (select json_agg(p order by id) from approval p where user_id = (select id from u)),
       (select json_agg(x order by id) from audit x where user_id = (select id from u)),
       (select json_agg(s order by id) from snippet s where user_id = (select id from u)),
       (select json_agg(v) from snippet_version v join snippet s on s.id = v.snippet_id
         where s.user_id = (select id from u)),
       (select json_agg(t order by id) from api_token t where user_id = (select id from u)),
       (select json_agg(k) from user_key k where user_id = (select id from u)))::text as dump`,
    [name],
  )
  expect(rows[0]!.dump.length).toBeGreaterThan(500)
  return rows[0]!.dump
}
