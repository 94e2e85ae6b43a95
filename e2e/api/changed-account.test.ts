// Consent to a call on an account that is another one by the time it is used: what was shown is not what would be sent.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLocalVendor } from '../../server/api/testing/local-vendor.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, type CallInput, codeOf, describeWrite, makeCall, startRun } from './live-run.ts'

const elsewhere = await startLocalVendor()
let api: TestApi
let ann: Caller
let account: string
let other: string
beforeAll(async () => {
  api = await startApi({ PRIVATE_HOSTS: elsewhere.host })
  ann = await api.signUp('ann')
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await elsewhere[Symbol.asyncDispose]()
})
beforeEach(async () => {
  account = (await connect('main')).data.id as string
  other = (await connect('spare')).data.id as string
})
afterEach(async () => {
  for (const { id } of (await ann.ask('accounts.list')).data as { id: string }[])
    await ann.ask('accounts.remove', { id })
  elsewhere.hits.length = 0
})

const connect = (name: string) =>
  ann.ask('accounts.connect', { integration: 'alpha', name, fields: { url: elsewhere.url, token: 'sekret-token' } })

async function allow(differences: Partial<CallInput>) {
  const call = await askAndDecide(ann, describeWrite(await startRun(ann), differences), 'once')
  api.time.now += 1000
  return call
}

test.each<[string, Partial<CallInput>, () => Promise<unknown>]>([
  ['got another key', {}, () => ann.ask('accounts.replace', { id: account, fields: { token: 'other-token' } })],
  [
    'got another address',
    {},
    () =>
      ann.ask('accounts.replace', { id: account, fields: { url: `${elsewhere.url}/other`, token: 'sekret-token' } }),
  ],
  ['was renamed', {}, () => ann.ask('accounts.rename', { id: account, name: 'old' })],
  ['was renamed and is the default', { account: null }, () => ann.ask('accounts.rename', { id: account, name: 'old' })],
  ['gave its name to another', {}, swapNames],
  ['is the default no more', { account: null }, () => ann.ask('accounts.makeDefault', { id: other })],
  ['was removed', {}, () => ann.ask('accounts.remove', { id: account })],
  ['was removed, with an heir', { account: null }, () => ann.ask('accounts.remove', { id: account })],
  ['was removed and connected anew', {}, () => ann.ask('accounts.remove', { id: account }).then(() => connect('main'))],
])('refused: an approval whose account %s', async (_name, differences, change) => {
  const call = await allow(differences)
  await change()
  const answer = await makeCall(ann, call)
  expect(['approval_required', 'no_account']).toContain(codeOf(answer))
  expect(answer.data.approval).toBeUndefined()
  expect(elsewhere.hits).toEqual([])
})

test('an account that was used, tested or permitted in between is the same', async () => {
  const call = await allow({})
  await ann.ask('accounts.test', { id: account })
  await ann.ask('permissions.set', { account, effect: 'read', rule: 'deny' })
  await ann.ask('accounts.rename', { id: other, name: 'third' })
  elsewhere.hits.length = 0
  expect((await makeCall(ann, call)).data.ok).toBe(true)
  expect(elsewhere.hits).toHaveLength(1)
})

async function swapNames() {
  await ann.ask('accounts.rename', { id: account, name: 'old' })
  await ann.ask('accounts.rename', { id: other, name: 'main' })
}
