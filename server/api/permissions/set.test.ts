import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
let account: string
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
  account = (await ann.accounts.connect(api.account('work'))).id
})
afterAll(() => api[Symbol.asyncDispose]())

test('a rule is set, and set again', async () => {
  await ann.permissions.set({ account, effect: 'write', rule: 'deny' })
  await ann.permissions.set({ account, function: 'put', rule: 'ask' })
  const { permissions } = await ann.permissions.set({ account, effect: 'write', rule: 'allow' })
  expect(permissions).toEqual([
    { kind: 'effect', subject: 'write', rule: 'allow' },
    { kind: 'function', subject: 'put', rule: 'ask' },
  ])
})

test.each(['nothing', 'look_up', 'constructor'])('there is no function %s to set a rule for', async (name) => {
  const refusal = await refusalOf(ann.permissions.set({ account, function: name, rule: 'allow' }))
  expect(refusal.code).toBe('unknown_function')
})

test.each([
  ['both an effect and a function', { effect: 'write', function: 'put' }],
  ['neither', {}],
  ['an unknown effect', { effect: 'everything' }],
])('%s: refused', async (_name, target) => {
  const input = { account, rule: 'allow', ...target } as never
  await expect(ann.permissions.set(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
