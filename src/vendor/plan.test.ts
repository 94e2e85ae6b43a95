import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { planCall } from './plan.ts'

const { upstash, clerk } = loadCatalog().integrations as Record<'upstash' | 'clerk', IntegrationDefinition>
const getKey = upstash.functions.find(({ name }) => name === 'get_key')!
const settings = { redis_url: 'https://a.upstash.io/prefix/' }

test('a plan makes one request, and returns its result', () => {
  const plan = planCall(upstash, getKey, { key: 'a' }, settings)
  expect(plan.next().value).toEqual({
    method: 'POST',
    url: 'https://a.upstash.io/prefix/',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: '["GET","a"]',
    auth: { kind: 'bearer', field: 'rest_token' },
  })
  expect(plan.next({ status: 200, headers: {}, body: '{"result":"b"}' })).toEqual({
    done: true,
    value: { key: 'a', value: 'b' },
  })
})

test('nothing is planned for a base URL that is not allowed', () => {
  expect(() => planCall(upstash, getKey, { key: 'a' }, { redis_url: 'https://evil.example' }).next()).toThrow(
    CallFailure,
  )
})

test('a private host is reached only where the caller allows it', () => {
  const local = { redis_url: 'http://127.0.0.1:8079' }
  expect(() => planCall(upstash, getKey, { key: 'a' }, local).next()).toThrow(CallFailure)
  const first = planCall(upstash, getKey, { key: 'a' }, local, (host) => host === '127.0.0.1:8079').next()
  expect(first.value).toMatchObject({ url: 'http://127.0.0.1:8079/' })
})

test('a handler that does not exist is a fault of ours', () => {
  const plan = planCall(upstash, { ...getKey, handler: 'absent' }, { key: 'a' }, settings)
  expect(() => plan.next()).toThrow(expect.objectContaining({ message: 'There is no handler upstash.absent' }))
})

test.each(['', 'null', '"text"', '5', 'true'])('a reply of %j passes for no object and no list', (body) => {
  for (const name of ['list_users', 'get_user', 'list_sessions', 'list_organizations']) {
    const plan = planCall(
      clerk,
      clerk.functions.find((fn) => fn.name === name)!,
      { id: 'a' },
      {
        url: 'https://api.clerk.com/v1',
      },
    )
    plan.next()
    expect(() => plan.next({ status: 200, headers: {}, body }), name).toThrow(
      expect.objectContaining({ message: 'Clerk answered in a form that is not known' }),
    )
  }
  const remove = clerk.functions.find((fn) => fn.name === 'api_delete')!
  const plan = planCall(clerk, remove, { path: '/users/a' }, { url: 'https://api.clerk.com/v1' })
  plan.next()
  expect(plan.next({ status: 200, headers: {}, body: '' })).toMatchObject({ done: true, value: null })
})
