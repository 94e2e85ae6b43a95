import { expect, test } from 'vitest'
import { demo } from './clerk.ts'
import { type Json, openSession } from './clerk/testing/open-session.ts'
import { DEMO_CLOCK } from './vendor.ts'

const HOUR = 3_600_000

const idsOf = (rows: Json[]) => rows.map(({ id }) => id)

test('a user is made, found, listed, changed, banned and deleted, and is then no longer there', () => {
  const { get, refused } = openSession()
  const made: Json = get('POST', '/users', {
    email_address: ['Mira.Vogel@example.com', 'mira@example.org'],
    phone_number: ['+12025550199'],
    first_name: 'Mira',
    username: 'MiraV',
    password: 'correct horse battery',
    public_metadata: { plan: 'free', a: { b: 1, c: [2] } },
  })
  const id = made['id'] as string
  expect(id).toMatch(/^user_[0-9A-Za-z]{27}$/)
  expect(made).toMatchObject({
    username: 'mirav',
    password_enabled: true,
    last_name: null,
    banned: false,
    locked: false,
  })
  expect((made['email_addresses'] as Json[]).map((row) => row['email_address'])).toEqual([
    'mira.vogel@example.com',
    'mira@example.org',
  ])
  expect(made['primary_email_address_id']).toBe((made['email_addresses'] as Json[])[0]!['id'])
  expect(get('GET', `/users/${id}`)).toEqual(made)
  expect(idsOf(get('GET', '/users?limit=1'))).toEqual([id])
  expect(get('GET', '/users/count')).toEqual({ object: 'total_count', total_count: 13 })
  expect(get('PATCH', `/users/${id}`, { last_name: 'Vogel', username: '' })).toMatchObject({
    first_name: 'Mira',
    last_name: 'Vogel',
    username: null,
  })
  const merged = get('PATCH', `/users/${id}/metadata`, { public_metadata: { plan: null, a: { b: { d: 3 } } } })
  expect(merged).toMatchObject({ public_metadata: { a: { b: { d: 3 }, c: [2] } } })
  const replaced = get('PUT', `/users/${id}/metadata`, { public_metadata: { x: 1 } })
  expect((replaced as Json)['public_metadata']).toEqual({ x: 1 })
  expect(get('POST', `/users/${id}/ban`)).toMatchObject({ banned: true })
  expect(idsOf(get('GET', '/users?banned=true'))).toContain(id)
  expect(get('DELETE', `/users/${id}`)).toEqual({ id, object: 'user', deleted: true })
  expect(refused('GET', `/users/${id}`)).toEqual([404, ['resource_not_found']])
  expect(refused('DELETE', `/users/${id}`)).toEqual([404, ['resource_not_found']])
})

test('a banned user loses the sessions that were active; a deleted one everything', () => {
  const { get } = openSession()
  const statuses = () => (get('GET', '/sessions?user_id=user_123') as Json[]).map((row) => row['status'])
  expect(statuses()).toEqual(['active', 'active', 'revoked'])
  get('POST', '/users/user_123/ban')
  expect(statuses()).toEqual(['revoked', 'revoked', 'revoked'])
  expect(get('POST', '/users/user_123/unban')).toMatchObject({ banned: false })
  expect(get('GET', '/users/user_123/organization_memberships')).toMatchObject({ total_count: 1 })
  get('DELETE', '/users/user_123')
  expect(statuses()).toEqual([])
  expect(get('GET', '/organizations/bluebird-bakery/memberships')).toMatchObject({ total_count: 1 })
})

test('a lock ends after an hour, or when it is taken back', () => {
  const { ask, get } = openSession()
  expect(get('POST', '/users/user_123/lock')).toMatchObject({ locked: true, lockout_expires_in_seconds: 3600 })
  const later = (ms: number) => ask('GET', '/users/user_123', undefined, {}, DEMO_CLOCK + ms).body
  expect(later(HOUR / 4)).toMatchObject({ locked: true, lockout_expires_in_seconds: 2700 })
  expect(later(HOUR)).toMatchObject({ locked: false, lockout_expires_in_seconds: null })
  expect(get('POST', '/users/user_123/unlock')).toMatchObject({ locked: false, lockout_expires_in_seconds: null })
})

test('every id that the original page prints can be used as the page uses it', () => {
  const { get } = openSession()
  expect(get('GET', '/users/user_123')).toMatchObject({ id: 'user_123' })
  expect(get('GET', '/users/user_2abc123')).toMatchObject({ id: 'user_2abc123' })
  expect(idsOf(get('GET', '/users?query=alex&limit=20'))).toContain('user_123')
  expect(idsOf(get('GET', '/sessions?user_id=user_123&status=active'))).toContain('sess_123')
  expect(get('POST', '/sessions/sess_123/revoke')).toMatchObject({ id: 'sess_123', status: 'revoked' })
  expect(get('POST', '/organizations', { name: 'Example Inc', created_by: 'user_123' })).toMatchObject({
    slug: 'example-inc',
    created_by: 'user_123',
  })
  const member = { user_id: 'user_123', role: 'org:member' }
  expect(get('POST', '/organizations/org_123/memberships', member)).toMatchObject({
    role_name: 'Member',
    public_user_data: { user_id: 'user_123' },
  })
  const guest = { email_address: 'person@example.test', redirect_url: 'https://example.test/welcome' }
  expect(get('POST', '/invitations', guest)).toMatchObject({ status: 'pending', revoked: false })
  for (const what of ['ban', 'unban', 'lock', 'unlock']) get('POST', `/users/user_2abc123/${what}`)
  expect(get('PATCH', '/users/user_2abc123', { first_name: 'Sami' })).toMatchObject({ first_name: 'Sami' })
  expect(get('DELETE', '/users/user_2abc123')).toMatchObject({ deleted: true })
})

test('metadata can be updated with the user, until the version of May 2026', () => {
  const { ask, refused } = openSession()
  const body = { public_metadata: { a: 1 } }
  expect(ask('PATCH', '/users/user_123', body).body).toMatchObject(body)
  expect(ask('PATCH', '/users/user_123', body, { 'clerk-api-version': '2025-11-10' }).body).toMatchObject(body)
  const newer = { 'clerk-api-version': '2026-05-12' }
  expect(refused('PATCH', '/users/user_123', body, newer)).toEqual([422, ['form_param_unknown', 'public_metadata']])
  expect(refused('PATCH', '/organizations/org_123', body, newer)).toEqual([
    422,
    ['form_param_unknown', 'public_metadata'],
  ])
  expect(ask('PATCH', '/users/user_123', { first_name: 'A' }, newer).status).toBe(200)
})

test('what is revoked cannot be revoked again, each in its own words', () => {
  const { get, refused } = openSession()
  for (const [path, again] of [
    ['/sessions/sess_123', [400, ['invalid_action_for_session']]],
    ['/invitations/inv_123', [400, ['invitation_already_revoked']]],
    ['/organizations/org_123/invitations/orginv_123', [404, ['organization_invitation_not_pending']]],
    ['/sign_in_tokens/sit_123', [400, ['sign_in_token_cannot_be_revoked_code']]],
  ] as const) {
    expect(get('POST', `${path}/revoke`)).toMatchObject({ status: 'revoked' })
    expect(refused('POST', `${path}/revoke`)).toEqual(again)
  }
  const [accepted] = get('GET', '/invitations?status=accepted') as Json[]
  expect(refused('POST', `/invitations/${accepted!['id'] as string}/revoke`)).toEqual([
    400,
    ['invitation_already_accepted'],
  ])
})

test('older lists are bare arrays unless they are asked for pages', () => {
  const { get } = openSession()
  expect(get('GET', '/sessions')).toHaveLength(7)
  expect(get('GET', '/sessions?paginated=true&limit=2')).toMatchObject({
    total_count: 7,
    data: [{}, { id: 'sess_123' }],
  })
  expect(get('GET', '/invitations')).toHaveLength(4)
  expect(get('GET', '/invitations?paginated=false&query=jo.taylor')).toMatchObject([{ id: 'inv_123' }])
  expect(get('GET', '/invitations?status=revoked&paginated=true')).toMatchObject({ total_count: 1 })
  expect(get('GET', '/organizations?limit=1')).toMatchObject({ total_count: 3, data: [{ id: 'org_123' }] })
})

test('an organization is made, found by id and slug, filled, renamed and deleted with all that is in it', () => {
  const { get, refused } = openSession()
  const made: Json = get('POST', '/organizations', {
    name: 'Acme Inc',
    created_by: 'user_123',
    max_allowed_memberships: 2,
  })
  const { id } = made as { id: string }
  expect(get('GET', '/organizations/acme-inc')).toEqual(made)
  expect(get('GET', `/organizations/${id}?include_members_count=true`)).toMatchObject({ members_count: 1 })
  expect(get('POST', '/organizations', { name: 'Acme Inc' })).toMatchObject({ slug: 'acme-inc-2' })
  const elevated = 'include_missing_member_with_elevated_permissions=true'
  expect(get('GET', `/organizations/acme-inc?${elevated}`)).toMatchObject({
    missing_member_with_elevated_permissions: false,
  })
  expect(get('GET', `/organizations/acme-inc-2?${elevated}`)).toMatchObject({
    missing_member_with_elevated_permissions: true,
  })
  const guest = { email_address: 'a@example.org', role: 'org:member', inviter_user_id: 'user_123', expires_in_days: 1 }
  const invited: Json = get('POST', `/organizations/${id}/invitations`, guest)
  expect(invited).toMatchObject({ role_name: 'Member', expires_at: DEMO_CLOCK + 24 * HOUR, inviter_id: 'user_123' })
  const full = [403, ['organization_membership_quota_exceeded']]
  const member = { user_id: 'user_2abc123', role: 'org:member' }
  expect(refused('POST', `/organizations/${id}/memberships`, member)).toEqual(full)
  const revoke = `/organizations/${id}/invitations/${invited['id'] as string}/revoke`
  expect(get('POST', revoke, { requesting_user_id: 'user_123' })).toMatchObject({ status: 'revoked', url: null })
  get('POST', `/organizations/${id}/memberships`, member)
  const requester = { email_address: 'b@example.org', role: 'org:member', inviter_user_id: 'user_2abc123' }
  expect(refused('POST', `/organizations/${id}/invitations`, requester)[0]).toBe(403)
  const admin = { role: 'org:admin' }
  expect(get('PATCH', `/organizations/${id}/memberships/user_2abc123`, admin)).toMatchObject(admin)
  expect(get('GET', `/organizations/${id}/memberships?role=org:admin&order_by=first_name`)).toMatchObject({
    total_count: 2,
    data: [{ public_user_data: { first_name: 'Alex' } }, { public_user_data: { first_name: 'Sam' } }],
  })
  expect(get('DELETE', `/organizations/${id}/memberships/user_2abc123`)).toMatchObject({ role: 'org:admin' })
  expect(get('PATCH', `/organizations/${id}`, { name: 'Acme', slug: 'acme' })).toMatchObject({
    name: 'Acme',
    slug: 'acme',
  })
  expect(get('DELETE', `/organizations/${id}`)).toEqual({ id, object: 'organization', deleted: true })
  expect(refused('GET', `/organizations/${id}/memberships`)).toEqual([404, ['resource_not_found']])
  expect(get('GET', '/users/user_123/organization_memberships')).toMatchObject({ total_count: 1 })
  get('DELETE', '/organizations/bluebird-bakery')
  expect(get('GET', '/sessions/sess_123')).toMatchObject({ last_active_organization_id: null })
})

test('the filters of organizations', () => {
  const { get } = openSession()
  const slugs = (query: string) =>
    ((get('GET', `/organizations?${query}`) as Json)['data'] as Json[]).map((row) => row['slug'])
  expect(slugs('query=BLUE')).toEqual(['bluebird-bakery'])
  expect(slugs('query=org_123')).toEqual(['northwind-studio'])
  expect(slugs('query=org_12')).toEqual([])
  expect(slugs('user_id=user_123')).toEqual(['bluebird-bakery'])
  expect(slugs('user_id=-user_123')).toEqual(['northwind-studio', 'harbor-analytics'])
  expect(slugs('organization_id=org_123&organization_id=x')).toEqual(['northwind-studio'])
  expect(slugs('order_by=-members_count&limit=2')).toEqual(['northwind-studio', 'harbor-analytics'])
  expect(slugs('order_by=name')).toEqual(['bluebird-bakery', 'harbor-analytics', 'northwind-studio'])
})

test('an invitation that is ignored to exist is made again', () => {
  const { get } = openSession()
  const again = { email_address: 'jo.taylor@example.org', ignore_existing: true, public_metadata: { source: 'fair' } }
  expect(get('POST', '/invitations', again)).toMatchObject({ status: 'pending', public_metadata: { source: 'fair' } })
})

test('what only the raw functions reach: redirect URLs, roles, lists of the whole instance', () => {
  const { get, refused } = openSession()
  const made: Json = get('POST', '/redirect_urls', { url: 'https://app.example.com/new' })
  const { id } = made as { id: string }
  expect(get('GET', `/redirect_urls/${id}`)).toEqual(made)
  expect(refused('POST', '/redirect_urls', { url: made['url'] })).toEqual([400, ['duplicate_record']])
  expect(get('GET', '/redirect_urls')).toHaveLength(3)
  expect(get('DELETE', `/redirect_urls/${id}`)).toEqual({ id, object: 'redirect_url', deleted: true })
  expect(refused('GET', `/redirect_urls/${id}`)).toEqual([404, ['resource_not_found']])
  expect(get('GET', '/organization_roles?query=adm')).toMatchObject({ total_count: 1, data: [{ key: 'org:admin' }] })
  expect(get('GET', '/organization_memberships?limit=1')).toMatchObject({ total_count: 8 })
  expect(get('GET', '/organization_invitations?status=pending')).toMatchObject({ total_count: 2 })
  expect(get('GET', '/instance')).toMatchObject({ environment_type: 'development' })
})

test('the same requests give the same answers', () => {
  const run = () => {
    const { get } = openSession()
    return [
      get('POST', '/users', { email_address: ['a@b.co'] }),
      get('POST', '/sign_in_tokens', { user_id: 'user_123' }),
    ]
  }
  expect(run()).toEqual(run())
})

test('too many requests and a broken vendor, in its own words', () => {
  expect(demo.refuse(429)).toMatchObject({ status: 429, headers: { 'retry-after': '10' } })
  expect(demo.refuse(429).body).toContain('too_many_requests')
  expect(demo.refuse(500)).toMatchObject({ status: 500 })
  expect(demo.refuse(500).body).toContain('internal_clerk_error')
})
