// Our requests and those of Clerk's official SDK, recorded side by side: the same call leaves as the same request.
import { createClerkClient } from '@clerk/backend'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { type VendorRequest } from '../../../src/contract/http.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { type AccessLine, listen } from '../listen.ts'
import { invitationCalls, organizationCalls } from './sdk-organizations.ts'
import { metadata, type SdkCall, sessionCalls, userCalls } from './sdk-people.ts'

const KEY = 'sk_test_agreement'
const clerk = loadCatalog().integrations['clerk']!
const spy = await listen(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }))
const sdk = createClerkClient({ secretKey: KEY, apiUrl: spy.origin })

afterAll(() => spy.close())
beforeEach(() => void (spy.log.length = 0))

/** A request in the form in which both can be compared: parameters of a query sorted by name, bodies as values. */
interface Compared {
  method: string
  path: string
  query: [string, string][]
  body: unknown
  authorization: string
}

function plan(name: string, args: object): VendorRequest {
  const fn = clerk.functions.find((candidate) => candidate.name === name)!
  const settings = { url: `${spy.origin}/v1` }
  const first = planCall(clerk, fn, checkArguments(fn, JSON.stringify(args)), settings, () => true).next()
  if (first.done) throw new Error('no request was made')
  return first.value
}

function ours(name: string, args: object): Compared {
  const { method, url, body, auth } = plan(name, args)
  expect(auth).toEqual({ kind: 'bearer', field: 'secret_key' })
  return compare(method, url.slice(spy.origin.length), body, `Bearer ${KEY}`)
}

function theirs({ method, url, body, headers }: AccessLine): Compared {
  return compare(method, url, body || null, headers['authorization']!)
}

function compare(method: string, url: string, body: string | null, authorization: string): Compared {
  const { pathname, searchParams } = new URL(url, 'http://clerk')
  // One parameter's own values keep their order.
  const query = [...searchParams].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { method, path: pathname, query, body: body === null ? null : (JSON.parse(body) as unknown), authorization }
}

/** The first request that the SDK makes for a call. What it thinks of the empty reply does not matter here. */
async function record(call: SdkCall[2]): Promise<AccessLine> {
  await call(sdk).catch(() => null)
  return spy.log[0]!
}

const cases = [...userCalls, ...sessionCalls, ...organizationCalls, ...invitationCalls]

describe('the official SDK sends the same', () => {
  test.each(cases)('%s %j', async (name, args, call) => {
    expect(ours(name, args)).toEqual(theirs(await record(call)))
  })

  test('for every function but the raw ones, which it does not have', () => {
    const compared = new Set(cases.map(([name]) => name))
    const missing = clerk.functions.map(({ name }) => name).filter((name) => !compared.has(name))
    expect(missing).toEqual(['api_get', 'api_post', 'api_patch', 'api_delete'])
  })
})

describe('where the two differ', () => {
  test('the SDK pins a newer version of the API; ours is the last one with metadata in updates, as the page has it', async () => {
    const sent = await record((s) => s.users.getUser('user_123'))
    expect(sent.headers['clerk-api-version']).toBe('2026-05-12')
    expect(plan('get_user', { id: 'user_123' }).headers['Clerk-API-Version']).toBe('2025-11-10')
  })

  test('for that reason the SDK sends metadata of an update apart, and we send it with the update', async () => {
    await sdk.users.updateUser('user_123', { firstName: 'A', publicMetadata: metadata }).catch(() => null)
    await sdk.users.updateUser('user_123', { publicMetadata: metadata }).catch(() => null)
    expect(spy.log.map(({ method, url }) => `${method} ${url}`)).toContain('PUT /v1/users/user_123/metadata')
    const { method, path, body } = ours('update_user', { id: 'user_123', public_metadata: metadata })
    expect([method, path, body]).toEqual(['PATCH', '/v1/users/user_123', { public_metadata: metadata }])
  })

  test('the SDK says that it sends JSON also where it sends nothing; we say so of a body only', async () => {
    const sent = await record((s) => s.users.banUser('user_123'))
    expect([sent.headers['content-type'], sent.body]).toEqual(['application/json', ''])
    expect(plan('ban_user', { user_id: 'user_123' }).headers).not.toHaveProperty('Content-Type')
  })

  test('the SDK counts the users beside a list of them; we leave that to `count_users`', async () => {
    await sdk.users.getUserList({ limit: 1 }).catch(() => null)
    expect(spy.log.map(({ url }) => url)).toEqual(['/v1/users?limit=1', '/v1/users/count'])
  })

  test('the SDK always asks for pages of sessions and invitations; we ask where `paginated` says so', async () => {
    const sent = theirs(await record((s) => s.sessions.getSessionList({ userId: 'u' })))
    const own = ours('list_sessions', { user_id: 'u' })
    expect({ ...own, query: [['paginated', 'true'], ...own.query] }).toEqual(sent)
  })

  test('the SDK leaves out 0 and false; we send what was given', async () => {
    const sent = theirs(
      await record((s) => s.organizations.getOrganizationList({ offset: 0, includeMembersCount: false })),
    )
    expect(sent.query).toEqual([])
    const own = ours('list_organizations', { offset: 0, include_members_count: false })
    expect(own.query).toEqual([
      ['include_members_count', 'false'],
      ['offset', '0'],
    ])
  })

  test('the SDK puts an id into the path as it is; ours stays one segment', async () => {
    const sent = await record((s) => s.users.getUser('user_1/ban?x=y#z'))
    expect(sent.url).toBe('/v1/users/user_1/ban?x=y')
    expect(ours('get_user', { id: 'user_1/ban?x=y#z' }).path).toBe('/v1/users/user_1%2Fban%3Fx%3Dy%23z')
  })
})
