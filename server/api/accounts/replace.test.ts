import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
let id: string
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
  id = (await ann.accounts.connect(api.account('work'))).id
})
afterAll(() => api[Symbol.asyncDispose]())

/** The Authorization header that the vendor sees of this account. */
async function showKey() {
  api.vendor.hits.length = 0
  await ann.accounts.test({ id })
  return api.vendor.hits[0]?.authorization
}

test('a new secret counts from the next call on; an empty field keeps its value', async () => {
  await ann.accounts.replace({ id, fields: { token: 'another-token', url: '' } })
  expect(await showKey()).toBe('Bearer another-token')
})

test('a new address needs its secret again', async () => {
  const refusal = await refusalOf(ann.accounts.replace({ id, fields: { url: 'https://mine.example.com' } }))
  expect(refusal).toMatchObject({ code: 'missing_credentials' })
  expect(await showKey()).toBe('Bearer another-token')
  const fields = { url: `${api.vendor.url}/base`, token: 'third-token' }
  await ann.accounts.replace({ id, fields })
  expect(await showKey()).toBe('Bearer third-token')
  expect(api.vendor.hits[0]?.path).toBe('/base/')
})

test('the other half can be added later, wholly', async () => {
  expect(await refusalOf(ann.accounts.replace({ id, fields: { email: 'me@example.com' } }))).toMatchObject({
    code: 'missing_credentials',
  })
  const account = await ann.accounts.replace({ id, fields: { email: 'me@example.com', admin_key: 'sekret-key' } })
  expect(account.fields.every((field) => field.set)).toBe(true)
})

test('values that do not fit change nothing', async () => {
  expect(await refusalOf(ann.accounts.replace({ id, fields: { token: 'short' } }))).toMatchObject({
    code: 'invalid_argument',
  })
  expect(await showKey()).toBe('Bearer third-token')
})
