// Calls that must not reach a vendor, made by raw HTTP: whatever the page claims, the vendor's log stays empty.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../src/contract/limits.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let bob: Caller
let run: string
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  bob = await api.signUp('bob')
  await api.connect(ann)
  await api.connect(ann, 'alpha', 'other')
  await api.connect(bob)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = await startRun(ann)
  api.vendor.hits.length = 0
})

const approve = () => askAndDecide(ann, describeWrite(run), 'once')

test('an approved write does reach the vendor, so that the silence below means something', async () => {
  const answer = await makeCall(ann, await approve())
  expect(answer.data.ok).toBe(true)
  expect(api.vendor.hits).toHaveLength(1)
  expect(api.vendor.hits[0]).toMatchObject({ authorization: 'Bearer sekret-token', body: '["SET","a","1"]' })
})

test.each<[string, () => Promise<{ code: string | undefined }>, string]>([
  ['a write without approval', () => attempt(describeWrite(run)), 'approval_required'],
  ['a write with a made-up approval', () => attempt(describeWrite(run, { approval: 'made-up' })), 'approval_required'],
  ['an approval that nobody decided', async () => attempt(await ask(null)), 'approval_required'],
  ['a denied call', async () => attempt(await ask('deny')), 'denied'],
  [
    'another value',
    async () => attempt({ ...(await approve()), arguments: '{"key":"a","value":"2"}' }),
    'approval_required',
  ],
  ['another account', async () => attempt({ ...(await approve()), account: 'other' }), 'approval_required'],
  ['another number', async () => attempt({ ...(await approve()), number: 2 }), 'approval_required'],
  ['another run', async () => attempt({ ...(await approve()), run: await startRun(ann) }), 'approval_required'],
  ['another script', async () => attempt({ ...(await approve()), script: 'f'.repeat(64) }), 'no_grant'],
  ['another script, for a read', () => attempt({ ...read(), script: 'f'.repeat(64) }), 'no_grant'],
  ['another function', async () => attempt({ ...(await approve()), ...drop }), 'approval_required'],
  ['a run that never was', () => attempt({ ...read(), run: 'made-up' }), 'no_grant'],
  ['an account that never was', () => attempt({ ...read(), account: 'nobody' }), 'no_account'],
  ['an account that cannot be', () => attempt({ ...read(), account: "' or 1=1 --" }), 'no_account'],
  ['an integration without account', () => attempt({ ...read(), integration: 'beta', account: null }), 'no_account'],
  ['half an account', () => attempt({ ...read(), function: 'whoami', arguments: '{}' }), 'missing_credentials'],
  ['an unknown function', () => attempt({ ...read(), function: 'constructor' }), 'unknown_function'],
  ['an alias: names are canonical here', () => attempt({ ...read(), function: 'look_up' }), 'unknown_function'],
  ['an unknown integration', () => attempt({ ...read(), integration: '__proto__' }), 'unknown_integration'],
  ['arguments that do not fit', () => attempt({ ...read(), arguments: '{"kye":"a"}' }), 'invalid_argument'],
])('refused: %s', async (_name, act, code) => {
  expect((await act()).code).toBe(code)
  expect(api.vendor.hits).toEqual([])
})

const drop = { function: 'drop', arguments: '{"key":"a"}' }
const read = () => describeWrite(run, { function: 'peek', arguments: '{"key":"a"}' })
const ask = (decision: 'deny' | null) => askAndDecide(ann, describeWrite(run), decision)

async function attempt(call: ReturnType<typeof describeWrite>, caller = ann) {
  return { code: codeOf(await makeCall(caller, call)) }
}

test('refused: an approval that was used', async () => {
  const call = await approve()
  await makeCall(ann, call)
  api.vendor.hits.length = 0
  expect(await attempt(call)).toEqual({ code: 'approval_required' })
  expect(await attempt({ ...call, approval: null })).toEqual({ code: 'no_grant' })
  expect(api.vendor.hits).toEqual([])
})

test('refused: an approval that has expired, while its run goes on', async () => {
  const call = await approve()
  api.time.now += LIMITS.approvalMs + 1
  expect(await attempt(call)).toEqual({ code: 'approval_required' })
  expect(await attempt({ ...read(), number: 2 })).toEqual({ code: undefined })
  expect(api.vendor.hits.map((hit) => hit.body)).toEqual(['["GET","a"]'])
})

test('refused: a run that has expired', async () => {
  const call = await approve()
  api.time.now += LIMITS.wallMs + 60_001
  expect(await attempt(call)).toEqual({ code: 'no_grant' })
  expect(await attempt({ ...read(), number: 2 })).toEqual({ code: 'no_grant' })
  expect(api.vendor.hits).toEqual([])
})

test('refused: a run that was finished', async () => {
  const call = await approve()
  await ann.ask('runs.finish', { run })
  expect(await attempt(call)).toEqual({ code: 'no_grant' })
  expect(await attempt({ ...read(), number: 2 })).toEqual({ code: 'no_grant' })
  expect(api.vendor.hits).toEqual([])
})

test("refused: another user's approval, run and account", async () => {
  const call = await approve()
  const own = await startRun(bob)
  expect(await attempt(call, bob)).toEqual({ code: 'no_grant' })
  expect(await attempt({ ...call, run: own }, bob)).toEqual({ code: 'approval_required' })
  expect(await attempt({ ...read(), run: own, account: 'other' }, bob)).toEqual({ code: 'no_account' })
  expect(api.vendor.hits).toEqual([])
  expect((await makeCall(ann, call)).data.ok).toBe(true)
})

test('refused: a number that was used, also lower ones', async () => {
  await makeCall(ann, { ...read(), number: 5 })
  api.vendor.hits.length = 0
  expect(await attempt({ ...read(), number: 5 })).toEqual({ code: 'no_grant' })
  expect(await attempt({ ...read(), number: 4 })).toEqual({ code: 'no_grant' })
  expect(api.vendor.hits).toEqual([])
})

test('refused: a page made for another catalog', async () => {
  const answer = await ann.ask('runs.start', { script: 'a'.repeat(64), origin: 'mine', catalog: 'older' })
  expect(codeOf(answer)).toBe('stale_page')
})

test('refused: a script that came by a link', async () => {
  const answer = await ann.ask('runs.start', { script: 'a'.repeat(64), origin: 'link', catalog: 'fixture' })
  expect(codeOf(answer)).toBe('bad_request')
})
