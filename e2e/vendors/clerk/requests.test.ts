// What we send, and what the demo vendor answers, against Clerk's own specification and our own definition.
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { demo } from '../../../src/demo/clerk.ts'
import { DEMO_CLOCK } from '../../../src/demo/vendor.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { findValidator, showValue } from '../../../src/vendor/validator.ts'
import { openSpecification } from '../openapi.ts'
import { table } from './wire.ts'

const clerk = loadCatalog().integrations['clerk']!
const specification = openSpecification('clerk-bapi-2025-11-10.yml')

/** Requests and replies that the specification does not describe, with the reason. */
const OUTSIDE = {
  requests: [
    // A raw helper takes any path: what lies there is the script's affair.
    /^api_/,
  ],
  replies: [
    /^api_/,
    // With `paginated=true` the reply is `data` and `total_count`, which the SDK asks for and the schema leaves out.
    /as a page with its total$/,
    // A field that an organization lacks may come as null where the schema would leave it out; scripts survive both.
    /^create_organization, null in the place of what it has not$/,
  ],
}

const outside = (kind: keyof typeof OUTSIDE, name: string) => OUTSIDE[kind].some((pattern) => pattern.test(name))
const steps = table.cases.flatMap(({ function: fn, name, steps: made }) =>
  made.map((step) => [`${fn}, ${name}`, step] as const),
)

describe.skipIf(!specification)('the wire table against the specification', () => {
  test.each(steps.filter(([name]) => !outside('requests', name)))('request: %s', (_name, { method, path, body }) => {
    expect(specification!.checkRequest({ method, path, body })).toEqual([])
  })

  test.each(steps.filter(([name]) => !outside('replies', name)))('reply: %s', (_name, { reply, ...request }) => {
    expect(specification!.checkReply(request, reply)).toEqual([])
  })

  test('every exception is one', () => {
    const excepted = steps.filter(([name]) => outside('replies', name) && !name.startsWith('api_'))
    expect(excepted).toHaveLength(3)
    for (const [name, { reply, ...request }] of excepted) {
      expect([name, specification!.checkReply(request, reply)]).not.toEqual([name, []])
    }
  })
})

/** One call for each function that works on fresh sample data. */
const calls: [name: string, args: object][] = [
  ['api_get', { path: '/users/user_123' }],
  ['api_post', { path: '/users/user_123/ban' }],
  ['api_patch', { path: '/users/user_123/metadata', body: { public_metadata: { plan: 'team' } } }],
  ['api_delete', { path: '/users/user_123' }],
  ['list_users', { query: 'alex', limit: 20, email_address: 'alex.rivera@example.com', order_by: '-created_at' }],
  ['count_users', { banned: false, user_id: ['user_123', 'user_2abc123'] }],
  ['get_user', { id: 'user_123' }],
  ['create_user', { email_address: 'new.person@example.com', first_name: 'New', password: 'a long enough one' }],
  ['update_user', { id: 'user_123', last_name: null, public_metadata: { plan: 'team' } }],
  ['delete_user', { id: 'user_123' }],
  ['ban_user', { user_id: 'user_123' }],
  ['unban_user', { user_id: 'user_123' }],
  ['lock_user', { user_id: 'user_123' }],
  ['unlock_user', { user_id: 'user_123' }],
  ['list_sessions', { user_id: 'user_123', status: 'active' }],
  ['get_session', { session_id: 'sess_123' }],
  ['revoke_session', { session_id: 'sess_123' }],
  ['list_organizations', { include_members_count: true, order_by: 'name' }],
  ['create_organization', { name: 'Example Inc', created_by: 'user_123', max_allowed_memberships: 3 }],
  ['get_organization', { organization_id: 'org_123', include_members_count: true }],
  ['update_organization', { organization_id: 'org_123', name: 'Other', private_metadata: { a: 1 } }],
  ['delete_organization', { organization_id: 'org_123' }],
  ['list_organization_memberships', { organization_id: 'org_123', role: ['org:member'] }],
  ['create_organization_membership', { organization_id: 'org_123', user_id: 'user_123', role: 'org:member' }],
  ['update_organization_membership', { organization_id: 'org_123', user_id: 'user_2abc123', role: 'org:member' }],
  ['delete_organization_membership', { organization_id: 'org_123', user_id: 'user_2abc123' }],
  ['list_organization_invitations', { organization_id: 'org_123', status: 'pending' }],
  [
    'create_organization_invitation',
    { organization_id: 'org_123', email_address: 'new@example.org', role: 'org:member', expires_in_days: 3 },
  ],
  ['revoke_organization_invitation', { organization_id: 'org_123', invitation_id: 'orginv_123' }],
  ['list_invitations', { status: 'pending', order_by: '-created_at' }],
  ['create_invitation', { email_address: 'new@example.org', redirect_url: 'https://example.org/in', notify: false }],
  ['revoke_invitation', { invitation_id: 'inv_123' }],
  ['create_sign_in_token', { user_id: 'user_123', expires_in_seconds: 60 }],
  ['revoke_sign_in_token', { sign_in_token_id: 'sit_123' }],
  ['get_current_user', {}],
]

test('there is a call for every function', () => {
  expect(calls.map(([name]) => name)).toEqual(clerk.functions.map(({ name }) => name))
})

/** Makes a call on fresh sample data. */
function makeCall(name: string, args: object) {
  const fn = clerk.functions.find((candidate) => candidate.name === name)!
  const plan = planCall(clerk, fn, checkArguments(fn, JSON.stringify(args)), demo.settings)
  const request = plan.next().value as VendorRequest
  const reply = answer(request)
  const end = plan.next(reply)
  if (!end.done) throw new Error('a request too many')
  return { fn, request, reply, value: end.value }
}

function answer({ method, url, headers, body }: VendorRequest): VendorReply {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const sent = { ...Object.fromEntries(lower), authorization: `Bearer ${demo.secrets['secret_key']}` }
  return demo.answer(demo.initial(), { method, url, headers: sent as Record<string, string>, body }, DEMO_CLOCK).reply
}

describe('each function on the demo vendor', () => {
  test.each(calls)('%s works, and answers what the page promises', (name, args) => {
    const { fn, reply, value } = makeCall(name, args)
    expect(reply.status).toBe(200)
    expect(findValidator(fn.output).safeParse(showValue(value)).error?.issues).toBeUndefined()
    // Nothing of a reply is lost for want of a declaration, but in the health check, which puts it into `data`.
    expect(name === 'get_current_user' ? (value as { data: unknown }).data : value).toEqual(JSON.parse(reply.body))
  })

  test.skipIf(!specification).each(calls)('%s is asked and answered as the specification says', (name, args) => {
    const { request, reply } = makeCall(name, args)
    const spoken = { method: request.method, path: request.url.slice(demo.settings['url']!.length), body: request.body }
    expect(specification!.checkRequest(spoken)).toEqual([])
    expect(specification!.checkReply(spoken, reply)).toEqual([])
  })
})
