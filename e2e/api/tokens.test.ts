// API tokens: what each scope opens, what none opens, and that a token goes no further than its own runs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRouter } from '../../server/api/router.ts'
import { Caller, SCRIPT } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let bob: Caller

beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  bob = await api.signUp('bob')
  for (const user of [ann, bob]) {
    await api.connect(user, 'alpha')
    await api.connect(user, 'beta')
  }
})
afterAll(() => api[Symbol.asyncDispose]())

interface Scopes {
  effects?: string[]
  integrations?: string[] | null
  days?: number
}

/** A program that holds a new token of this user, and the token's id. */
async function makeProgram(user: Caller, { effects = ['read'], integrations = null, days = 30 }: Scopes = {}) {
  const made = await user.ask('tokens.create', { name: 'cron', effects, integrations, days })
  expect(made.status).toBe(200)
  const { token, row } = made.data as { token: string; row: { id: string } }
  return { program: withToken(token), token, id: row.id }
}

/** Sends the token as a program does: no origin, no cookie. */
function withToken(token: string): Caller {
  const program = new Caller(api.origin)
  const ask = program.ask.bind(program)
  program.ask = (procedure, input, headers) =>
    ask(procedure, input, { Origin: undefined, Authorization: `Bearer ${token}`, ...headers })
  return program
}

const READ = { function: 'peek', arguments: '{"key":"a"}' }
const DELETE = { function: 'drop', arguments: '{"key":"a"}' }

describe('the scopes', () => {
  test.each([
    [['read'], null, { integration: 'alpha', ...READ }, 'ok'],
    [['read'], ['alpha'], { integration: 'alpha', ...READ }, 'ok'],
    [['read'], ['beta'], { integration: 'alpha', ...READ }, 'forbidden'],
    [['write', 'destructive'], null, { integration: 'alpha', ...READ }, 'forbidden'],
    [['read'], null, { integration: 'alpha' }, 'forbidden'],
    [['read', 'write'], null, { integration: 'alpha' }, 'approval'],
    [['read', 'write'], null, { integration: 'alpha', ...DELETE }, 'forbidden'],
    [['destructive'], ['alpha'], { integration: 'alpha', ...DELETE }, 'approval'],
  ])('%j on %j', async (effects, integrations, call, expected) => {
    const { program } = await makeProgram(ann, { effects, integrations })
    const run = await startRun(program)
    const answer = await makeCall(program, describeWrite(run, call))
    const came = answer.data?.ok ? 'ok' : answer.data?.approval ? 'approval' : codeOf(answer)
    expect(came).toBe(expected)
  })

  test('a call outside of them neither counts under the run nor leaves an audit row', async () => {
    const { program } = await makeProgram(ann)
    const run = await startRun(program)
    await makeCall(program, describeWrite(run))
    const { rows } = await api.pool.query(
      'select calls_used, last_number, (select count(*)::int from audit where run_id = run.id) as audits from run where id = $1',
      [run],
    )
    expect(rows).toEqual([{ calls_used: 0, last_number: 0, audits: 0 }])
  })

  test('a question is answered by the token that it was put to', async () => {
    const { program } = await makeProgram(ann, { effects: ['read', 'write'] })
    const call = describeWrite(await startRun(program))
    const approval = (await makeCall(program, call)).data.approval.id as string
    expect((await ann.ask('approvals.decide', { approval, decision: 'once' })).error.code).toBe('not_found')
    expect((await program.ask('approvals.decide', { approval, decision: 'once' })).status).toBe(200)
    expect((await makeCall(program, { ...call, approval })).data.ok).toBe(true)
  })

  test('a rule that denies is not lifted by any token', async () => {
    const account = await api.connect(ann, 'alpha', 'locked')
    await ann.ask('permissions.set', { account, effect: 'read', rule: 'deny' })
    const { program } = await makeProgram(ann, { effects: ['read', 'write', 'destructive'] })
    const answer = await makeCall(program, describeWrite(await startRun(program), { ...READ, account: 'locked' }))
    expect(codeOf(answer)).toBe('denied')
  })
})

describe('names of accounts', () => {
  let eve: Caller
  beforeAll(async () => {
    eve = await api.signUp('eve')
    await api.connect(eve, 'beta', 'shop')
    await api.connect(eve, 'alpha', 'main')
    await api.connect(eve, 'beta', 'main')
  })
  const ALPHA = [{ integration: 'alpha', name: 'main' }]
  const BETA = [
    { integration: 'beta', name: 'main' },
    { integration: 'beta', name: 'shop' },
  ]

  test.each([
    [['read'], null, [...ALPHA, ...BETA]],
    [['write', 'read'], ['beta'], BETA],
    [['read'], ['alpha'], ALPHA],
    [['write', 'destructive'], null, 'forbidden'],
  ])('for a token of %j on %j', async (effects, integrations, expected) => {
    const { program, id } = await makeProgram(eve, { effects, integrations })
    const { data, error } = await program.ask('accounts.names')
    expect(error?.code ?? data).toEqual(expected)
    await eve.ask('tokens.revoke', { id })
    expect((await program.ask('accounts.names')).error.code).toBe('not_signed_in')
  })

  test('are for nobody without a token or a session', async () => {
    expect((await eve.ask('accounts.names')).data).toEqual([...ALPHA, ...BETA])
    expect((await api.visitor().ask('accounts.names')).error.code).toBe('not_signed_in')
  })
})

describe('runs', () => {
  test('of a session are closed to a token of the same user, and the other way round', async () => {
    const { program } = await makeProgram(ann)
    const { program: other } = await makeProgram(ann)
    const [ofSession, ofToken] = [await startRun(ann), await startRun(program)]
    expect(codeOf(await makeCall(program, describeWrite(ofSession, READ)))).toBe('no_grant')
    expect(codeOf(await makeCall(ann, describeWrite(ofToken, READ)))).toBe('no_grant')
    expect(codeOf(await makeCall(other, describeWrite(ofToken, READ)))).toBe('no_grant')
    expect((await program.ask('runs.finish', { run: ofSession })).error.code).toBe('not_found')
    expect((await makeCall(program, describeWrite(ofToken, READ))).data.ok).toBe(true)
    expect((await makeCall(ann, describeWrite(ofSession, READ))).data.ok).toBe(true)
  })

  test('reach accounts of the owner only', async () => {
    await api.connect(bob, 'alpha', 'secret')
    const { program } = await makeProgram(ann)
    const answer = await makeCall(program, describeWrite(await startRun(program), { ...READ, account: 'secret' }))
    expect(codeOf(answer)).toBe('no_account')
  })
})

describe('a token', () => {
  test('opens nothing but runs, whatever its scopes', async () => {
    const { program } = await makeProgram(ann, { effects: ['read', 'write', 'destructive'] })
    const runs = ['runs.start', 'runs.finish', 'calls.make', 'approvals.decide', 'accounts.names']
    const opens = [...runs, 'session.get', 'snippets.get']
    for (const procedure of Object.keys(appRouter._def.procedures).filter((name) => !opens.includes(name))) {
      const answer = await program.ask(procedure, {})
      expect([procedure, answer.status, answer.error?.code]).toEqual([procedure, 403, 'forbidden'])
    }
    expect((await program.ask('session.get')).data.user).toBeNull()
  })

  test('stands alone: the cookie beside it is not read', async () => {
    const { program, id } = await makeProgram(ann)
    await ann.ask('tokens.revoke', { id })
    const start = { script: SCRIPT, origin: 'mine', catalog: 'fixture' }
    const answer = await program.ask('runs.start', start, { Cookie: ann.cookie, Origin: api.origin })
    expect(answer.error.code).toBe('not_signed_in')
    for (const header of ['Bearer nonsense', 'Basic YTpi', '']) {
      const odd = await ann.ask('runs.start', start, { Authorization: header })
      expect([header, odd.status]).toEqual([header, 401])
    }
  })

  test('ends when it is revoked, and when its time is over', async () => {
    const { program, id } = await makeProgram(ann, { days: 1 })
    const run = await startRun(program)
    api.time.now += 23 * 3_600_000
    const late = await startRun(program)
    expect((await makeCall(program, describeWrite(late, READ))).data.ok).toBe(true)
    api.time.now += 2 * 3_600_000
    expect((await makeCall(program, describeWrite(run, READ))).error.code).toBe('not_signed_in')
    const { program: second, id: secondId } = await makeProgram(ann)
    const open = await startRun(second)
    expect((await bob.ask('tokens.revoke', { id: secondId })).error.code).toBe('not_found')
    expect((await ann.ask('tokens.revoke', { id: secondId })).status).toBe(200)
    expect((await makeCall(second, describeWrite(open, READ))).error.code).toBe('not_signed_in')
    expect((await ann.ask('tokens.revoke', { id })).status).toBe(200)
  })

  test('is shown once, stored as a hash, and in no list and no log', async () => {
    const { token } = await makeProgram(ann, { effects: ['write', 'read', 'read'], integrations: ['alpha'] })
    const listed = await ann.ask('tokens.list')
    const made = {
      name: 'cron',
      hint: token.slice(0, 10),
      effects: ['write', 'read'],
      integrations: ['alpha'],
      lastUsedAt: null,
    }
    expect(listed.data).toContainEqual(expect.objectContaining(made))
    const { rows } = await api.pool.query('select * from api_token')
    for (const text of [listed.text, JSON.stringify(rows), ...api.log]) expect(text).not.toContain(token.slice(10))
    expect((await bob.ask('tokens.list')).data).toEqual([])
  })

  test('says when it was last used', async () => {
    const { program, id } = await makeProgram(ann)
    await makeCall(program, describeWrite(await startRun(program), READ))
    const rows = (await ann.ask('tokens.list')).data as { id: string; lastUsedAt: string | null }[]
    expect(rows.find((row) => row.id === id)?.lastUsedAt).toBe(new Date(api.time.now).toISOString())
  })

  test.each([
    ['no effects', { effects: [] }],
    ['no such effect', { effects: ['all'] }],
    ['no such integration', { integrations: ['nowhere'] }],
    ['no integration', { integrations: [] }],
    ['no end', { days: 0 }],
    ['an end too far', { days: 366 }],
    ['no name', { name: ' ' }],
    ['a name with a NUL', { name: 'a\0b' }],
    ['a name with half of a pair', { name: '\ud800' }],
  ])('is not made with %s', async (_name, wrong) => {
    const input = { name: 'x', effects: ['read'], integrations: null, days: 1, ...wrong }
    expect((await ann.ask('tokens.create', input)).status).toBe(400)
  })

  test('makes a call in two statements, as a session does', async () => {
    const { program } = await makeProgram(ann)
    const run = await startRun(program)
    api.statements.length = 0
    expect((await makeCall(program, describeWrite(run, READ))).data.ok).toBe(true)
    expect(api.statements).toHaveLength(2)
  })
})
