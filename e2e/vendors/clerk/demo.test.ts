// Every route of the demo vendor against Clerk's own specification: what it takes, and what it answers.
import { describe, expect, test } from 'vitest'
import { matchPath, routes, splitPath } from '../../../src/demo/clerk/routes.ts'
import { demo } from '../../../src/demo/clerk.ts'
import { DEMO_CLOCK, type DemoRequest } from '../../../src/demo/vendor.ts'
import { openSpecification } from '../openapi.ts'

const specification = openSpecification('clerk-bapi-2025-11-10.yml')

type Ask = [method: string, path: string, body?: unknown]

const guest = { email_address: 'new@example.org', role: 'org:member', inviter_user_id: 'user_2abc123' }
const person = {
  email_address: ['new@example.com'],
  phone_number: ['+12025550100'],
  username: 'newcomer',
  locked: true,
}

/** Requests that end well, each from fresh sample data. */
const good: Ask[] = [
  ['GET', '/users?limit=500'],
  ['GET', '/users?query=a&email_address=hana.sato%40example.com&user_id=-user_123&order_by=%2Blast_name&banned=false'],
  ['POST', '/users', person],
  ['POST', '/users', { ...person, totp_secret: 's', backup_codes: ['1'], banned: true, public_metadata: { a: [1] } }],
  ['GET', '/users/count?query=alex'],
  ['GET', '/users/user_123'],
  ['PATCH', '/users/user_123', { first_name: null, username: 'alex', delete_self_enabled: false }],
  ['DELETE', '/users/user_123'],
  ['POST', '/users/user_123/ban'],
  ['POST', '/users/user_123/unban'],
  ['POST', '/users/user_123/lock'],
  ['POST', '/users/user_123/unlock'],
  ['PATCH', '/users/user_123/metadata', { private_metadata: { crm: null } }],
  ['PUT', '/users/user_123/metadata', { unsafe_metadata: {} }],
  ['GET', '/users/user_123/organization_memberships'],
  ['GET', '/users/user_123/organization_invitations?status=pending'],
  ['GET', '/sessions?user_id=user_123&status=active'],
  ['POST', '/sessions', { user_id: 'user_123', active_organization_id: 'bluebird-bakery' }],
  ['GET', '/sessions/sess_123'],
  ['POST', '/sessions/sess_123/revoke'],
  ['GET', '/organizations?include_members_count=true&order_by=name'],
  ['POST', '/organizations', { name: 'New Inc' }],
  ['POST', '/organizations', { name: 'New Inc', created_by: 'user_123', slug: 'new', private_metadata: { a: 1 } }],
  ['GET', '/organizations/org_123?include_members_count=true&include_missing_member_with_elevated_permissions=true'],
  ['PATCH', '/organizations/org_123', { name: 'Newer Inc', max_allowed_memberships: 0 }],
  ['DELETE', '/organizations/org_123'],
  ['PATCH', '/organizations/org_123/metadata', { public_metadata: { plan: null } }],
  ['PUT', '/organizations/org_123/metadata', { public_metadata: {} }],
  ['GET', '/organizations/org_123/memberships?role=org%3Amember&order_by=-email_address'],
  ['POST', '/organizations/org_123/memberships', { user_id: 'user_123', role: 'org:member' }],
  ['PATCH', '/organizations/org_123/memberships/user_2abc123', { role: 'org:billing' }],
  ['DELETE', '/organizations/org_123/memberships/user_2abc123'],
  ['PATCH', '/organizations/org_123/memberships/user_2abc123/metadata', { public_metadata: { desk: 4 } }],
  ['GET', '/organizations/org_123/invitations?status=revoked'],
  ['POST', '/organizations/org_123/invitations', guest],
  ['GET', '/organizations/org_123/invitations/pending'],
  ['GET', '/organizations/org_123/invitations/orginv_123'],
  ['POST', '/organizations/org_123/invitations/orginv_123/revoke', { requesting_user_id: 'user_2abc123' }],
  ['POST', '/organizations/org_123/invitations/orginv_123/revoke'],
  ['GET', '/organization_memberships?order_by=first_name'],
  ['GET', '/organization_invitations?query=mendes'],
  ['GET', '/organization_roles?order_by=key'],
  ['GET', '/invitations?order_by=expires_at'],
  ['POST', '/invitations', { email_address: 'new@example.org', notify: false, expires_in_days: 7 }],
  ['POST', '/invitations/bulk', [{ email_address: 'one@example.org' }, { email_address: 'two@example.org' }]],
  ['POST', '/invitations/inv_123/revoke'],
  ['POST', '/sign_in_tokens', { user_id: 'user_123', expires_in_seconds: 60 }],
  ['POST', '/sign_in_tokens/sit_123/revoke'],
  ['GET', '/redirect_urls'],
  ['POST', '/redirect_urls', { url: 'https://app.example.com/new' }],
  ['GET', `/redirect_urls/${demo.initial().redirectUrls[0]!.id}`],
  ['DELETE', `/redirect_urls/${demo.initial().redirectUrls[0]!.id}`],
  ['GET', '/instance'],
]

/** Requests that are refused, by the status that they get. */
const refused: [status: number, ask: Ask][] = [
  [404, ['GET', '/users/none']],
  [422, ['GET', '/users?limit=0']],
  [422, ['POST', '/users', { email_address: ['alex.rivera@example.com'] }]],
  [400, ['POST', '/users', []]],
  [404, ['PATCH', '/users/none', {}]],
  [404, ['DELETE', '/users/none']],
  [422, ['GET', '/sessions?status=x']],
  [404, ['GET', '/sessions/none']],
  [404, ['POST', '/sessions/none/revoke']],
  [422, ['POST', '/organizations', {}]],
  [404, ['GET', '/organizations/none']],
  [404, ['DELETE', '/organizations/none']],
  [400, ['POST', '/organizations/org_123/memberships', { user_id: 'user_2abc123', role: 'org:member' }]],
  [404, ['PATCH', '/organizations/org_123/memberships/none', { role: 'org:admin' }]],
  [404, ['DELETE', '/organizations/org_123/memberships/none']],
  [403, ['POST', '/organizations/org_123/invitations', { ...guest, inviter_user_id: 'user_123' }]],
  [404, ['POST', '/organizations/org_123/invitations/none/revoke']],
  [400, ['POST', '/invitations', { email_address: 'jo.taylor@example.org' }]],
  [404, ['POST', '/invitations/none/revoke']],
  [404, ['POST', '/sign_in_tokens', { user_id: 'none' }]],
  [422, ['POST', '/sign_in_tokens', {}]],
  [404, ['POST', '/sign_in_tokens/none/revoke']],
]

/** What the specification leaves out: the vendor has these replies all the same. */
const undescribed: [why: string, ask: Ask, problem: string][] = [
  ['an unknown user cannot be banned', ['POST', '/users/none/ban'], 'status 404 is not described'],
  ['nor locked', ['POST', '/users/none/lock'], 'status 404 is not described'],
  ['an unknown organization has no members', ['GET', '/organizations/none/memberships'], 'status 404 is not described'],
  ['the SDK asks for pages and gets an object', ['GET', '/sessions?paginated=true'], 'reply must be array'],
  ['here too', ['GET', '/invitations?paginated=true'], 'reply must be array'],
]

function ask(method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${demo.secrets['secret_key']!}`, 'content-type': 'application/json' }
  const text = body === undefined ? null : JSON.stringify(body)
  const request = { method, url: demo.settings['url']! + path, headers, body: text } as DemoRequest
  return { request: { method, path, body: text }, reply: demo.answer(demo.initial(), request, DEMO_CLOCK).reply }
}

test('every route is asked at least once', () => {
  const asked = good.map(([method, path]) => ({ method, parts: splitPath(`/v1${path.split('?')[0]!}`)! }))
  const missing = routes.filter(
    (route) => !asked.some(({ method, parts }) => method === route.method && matchPath(route, parts)),
  )
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

describe.skipIf(!specification)("Clerk's specification", () => {
  test.each(good)('allows %s %s %j and its reply', (...given) => {
    const { request, reply } = ask(...given)
    expect(specification!.checkRequest(request)).toEqual([])
    expect(reply.status).toBe(200)
    expect(specification!.checkReply(request, reply)).toEqual([])
  })

  test.each(refused)('describes the refusal %i of %j', (status, given) => {
    const { request, reply } = ask(...given)
    expect(reply.status).toBe(status)
    expect(specification!.checkReply(request, reply)).toEqual([])
  })

  test.each(undescribed)('is silent where %s', (_why, given, problem) => {
    const { request, reply } = ask(...given)
    expect(specification!.checkReply(request, reply)).toEqual([problem])
  })
})
