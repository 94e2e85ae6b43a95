// Consent to calls, as a page asks for it: what the question says, what each answer allows, and what it does not.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../src/contract/limits.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let account: string
let run: string
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  account = await api.connect(ann)
  await api.connect(ann, 'beta')
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = await startRun(ann)
  api.vendor.hits.length = 0
})

const drop = (number: number) => describeWrite(run, { function: 'drop', arguments: '{"key":"a"}', number })
const read = (number: number, integration = 'alpha') =>
  describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', number, integration })
const put = (number: number, value = '1') => describeWrite(run, { number, arguments: `{"key":"a","value":"${value}"}` })

test('the question is made by the server, from the checked arguments, without a secret', async () => {
  const answer = await makeCall(ann, { ...put(1), account: null, arguments: '{"value":"1","key":"a"}' })
  expect(answer.data).toMatchObject({ ok: false, account: 'main', exchanges: [] })
  expect(answer.data.approval).toEqual({
    id: expect.stringMatching(/^[\w-]{21}$/),
    integration: 'alpha',
    function: 'put',
    account: 'main',
    effect: 'write',
    arguments: '{"key":"a","value":"1"}',
    preview: {
      method: 'POST',
      url: `${api.vendor.url}/`,
      headers: expect.arrayContaining([['Authorization', 'Bearer ‹token›']]),
      body: '["SET","a","1"]',
    },
    mayAllowRun: true,
    inverse: 'drop',
    readFrom: [],
    expiresAt: new Date(api.time.now + LIMITS.approvalMs).toISOString(),
  })
  expect(answer.text).not.toContain('sekret')
})

test('of 20 uses of one approval at once, one goes through', async () => {
  const call = await askAndDecide(ann, put(1), 'once')
  const answers = await Promise.all(Array.from({ length: 20 }, () => makeCall(ann, call)))
  expect(answers.filter((answer) => answer.data?.ok === true)).toHaveLength(1)
  expect(answers.filter((answer) => codeOf(answer) === 'approval_required')).toHaveLength(19)
  expect(api.vendor.hits).toHaveLength(1)
})

test('of 20 calls with one number at once, one goes through', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => makeCall(ann, read(1))))
  expect(answers.filter((answer) => answer.data?.ok === true)).toHaveLength(1)
  expect(answers.filter((answer) => codeOf(answer) === 'no_grant')).toHaveLength(19)
  expect(api.vendor.hits).toHaveLength(1)
})

test('the order in which Lua walks a table does not change a call', async () => {
  const call = await askAndDecide(ann, put(1), 'once')
  expect((await makeCall(ann, { ...call, arguments: '{"value":"1", "key":"a"}' })).data.ok).toBe(true)
})

test('an approval of the default account holds for it by its name, as it is the same account', async () => {
  const call = await askAndDecide(ann, { ...put(1), account: null }, 'once')
  expect((await makeCall(ann, { ...call, account: 'main' })).data.ok).toBe(true)
})

test('allowed for the run: this function on this account, in this run', async () => {
  await makeCall(ann, await askAndDecide(ann, put(1), 'run'))
  expect((await makeCall(ann, put(2, 'another'))).data.ok).toBe(true)
  expect(codeOf(await makeCall(ann, { ...put(3), integration: 'beta' }))).toBe('approval_required')
  expect(codeOf(await makeCall(ann, drop(4)))).toBe('approval_required')
  run = await startRun(ann)
  expect(codeOf(await makeCall(ann, put(1)))).toBe('approval_required')
  expect(api.vendor.hits).toHaveLength(2)
})

test('allowed once is not allowed again', async () => {
  await makeCall(ann, await askAndDecide(ann, put(1), 'once'))
  expect(codeOf(await makeCall(ann, put(2)))).toBe('approval_required')
})

test('a destructive call is asked about each time, and cannot be allowed for the run', async () => {
  const asked = await makeCall(ann, drop(1))
  expect(asked.data.approval.mayAllowRun).toBe(false)
  const approval = asked.data.approval.id as string
  expect(codeOf(await ann.ask('approvals.decide', { approval, decision: 'run' }))).toBe('not_found')
  expect((await ann.ask('approvals.decide', { approval, decision: 'once' })).status).toBe(200)
  expect((await makeCall(ann, { ...drop(1), approval })).data.ok).toBe(true)
  await ann.ask('permissions.set', { account, effect: 'destructive', rule: 'allow' })
  expect(codeOf(await makeCall(ann, drop(2)))).toBe('approval_required')
  expect(api.vendor.hits).toHaveLength(1)
})

test('a question is decided once, in time', async () => {
  const { approval } = await askAndDecide(ann, put(1), 'deny')
  expect(codeOf(await ann.ask('approvals.decide', { approval, decision: 'once' }))).toBe('not_found')
  const late = await askAndDecide(ann, put(2), null)
  api.time.now += LIMITS.approvalMs
  expect(codeOf(await ann.ask('approvals.decide', { approval: late.approval, decision: 'once' }))).toBe('not_found')
})

test('a question of a run that has ended cannot be decided', async () => {
  const { approval } = await askAndDecide(ann, put(1), null)
  await ann.ask('runs.finish', { run })
  expect(codeOf(await ann.ask('approvals.decide', { approval, decision: 'once' }))).toBe('not_found')
})

test('after a read elsewhere a write asks with that name, also when it is allowed for the run', async () => {
  await makeCall(ann, await askAndDecide(ann, put(1), 'run'))
  await makeCall(ann, read(2, 'beta'))
  const asked = await makeCall(ann, put(3))
  expect(asked.data.approval).toMatchObject({ readFrom: ['beta'], mayAllowRun: false })
  expect(asked.data.error.message).toContain('beta')
  const fetched = await makeCall(ann, { ...read(4), function: 'fetch', arguments: '{"address":"https://example.org"}' })
  expect(fetched.data.approval).toMatchObject({ function: 'fetch', readFrom: ['beta'] })
  expect((await makeCall(ann, read(5))).data.ok).toBe(true)
})

test('a standing deny holds for a call that was approved before it was set', async () => {
  const call = await askAndDecide(ann, put(1), 'once')
  await ann.ask('permissions.set', { account, function: 'put', rule: 'deny' })
  expect(codeOf(await makeCall(ann, call))).toBe('denied')
  await ann.ask('permissions.set', { account, function: 'put', rule: 'ask' })
  expect(api.vendor.hits).toEqual([])
})

test('an example of the site follows the same rules', async () => {
  run = await startRun(ann, { origin: 'site' })
  expect((await makeCall(ann, read(1))).data.ok).toBe(true)
  expect(codeOf(await makeCall(ann, put(2)))).toBe('approval_required')
})

test.each([
  ['function: put', { function: 'put', rule: 'ask' }],
  ['its effect', { effect: 'write', rule: 'ask' }],
  ['its effect, forbidden in between', { effect: 'write', rule: 'deny' }],
])('asked about again from now on (%s): what the run was allowed before no longer holds', async (_name, permission) => {
  await askAndDecide(ann, put(1), 'run')
  expect((await makeCall(ann, put(2))).data.ok).toBe(true)
  await ann.ask('permissions.set', { account, function: 'drop', rule: 'ask' })
  expect((await makeCall(ann, put(3))).data.ok).toBe(true)
  await ann.ask('permissions.set', { account, ...permission })
  await ann.ask('permissions.set', { account, ...permission, rule: 'ask' })
  expect(codeOf(await makeCall(ann, put(4)))).toBe('approval_required')
  expect(api.vendor.hits).toHaveLength(2)
})
