// The official SDK pointed at the demo vendor: every method that stands behind one of our functions works on it.
import { createClerkClient } from '@clerk/backend'
import { isClerkAPIResponseError } from '@clerk/backend/errors'
import { afterAll, afterEach, expect, test } from 'vitest'
import { demo } from '../../../src/demo/clerk.ts'
import { mountVendor } from '../mount.ts'

const mounted = await mountVendor(demo)
const connect = (secretKey: string) =>
  createClerkClient({ secretKey, apiUrl: new URL(mounted.settings['url']!).origin })
const clerk = connect(mounted.secrets['secret_key']!)

afterEach(() => {
  mounted.reset()
})
afterAll(() => mounted.close())

/** Status and codes of the SDK's own error. */
async function readError(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => new Error('the call went well'),
    (reason: unknown) => reason,
  )
  if (!isClerkAPIResponseError(error)) throw error
  const { status, errors, clerkTraceId, retryAfter } = error
  expect(clerkTraceId).toMatch(/^[0-9a-f]{32}$/)
  const names = errors.map(({ code, meta }) => (meta?.paramName ? `${code} ${meta.paramName}` : code))
  return { status, errors: names, ...(retryAfter !== undefined && { retryAfter }) }
}

test('users: list, count, create, get, update, ban, lock, delete', async () => {
  const { users } = clerk
  const page = await users.getUserList({ limit: 3, orderBy: '+created_at' })
  expect(page.totalCount).toBe(12)
  expect(page.data.map(({ firstName }) => firstName)).toEqual(['Ines', 'Tomas', 'Priya'])
  const found = await users.getUserList({ emailAddress: ['alex.rivera@example.com', 'hana.sato@example.com'] })
  expect(found.data.map(({ id }) => id)).toContain('user_123')
  expect(found.totalCount).toBe(2)
  expect(await users.getCount({ query: 'alex' })).toBe(2)
  const made = await users.createUser({
    emailAddress: ['kai.lang@example.com'],
    firstName: 'Kai',
    password: 'a long enough one',
    publicMetadata: { plan: 'free' },
  })
  expect(made).toMatchObject({ firstName: 'Kai', lastName: null, passwordEnabled: true, banned: false })
  expect(made.primaryEmailAddress?.emailAddress).toBe('kai.lang@example.com')
  expect(made.primaryEmailAddress?.verification?.status).toBe('verified')
  expect(await users.getUser(made.id)).toEqual(made)
  expect(await users.updateUser(made.id, { lastName: 'Lang', username: 'kailang' })).toMatchObject({
    lastName: 'Lang',
    username: 'kailang',
  })
  expect(await users.updateUserMetadata(made.id, { publicMetadata: { plan: null, seats: 2 } })).toMatchObject({
    publicMetadata: { seats: 2 },
  })
  expect(await users.updateUser(made.id, { publicMetadata: { fresh: true } })).toMatchObject({
    publicMetadata: { fresh: true },
  })
  expect(await users.banUser(made.id)).toMatchObject({ banned: true })
  expect(await users.unbanUser(made.id)).toMatchObject({ banned: false })
  expect(await users.lockUser(made.id)).toMatchObject({ locked: true })
  expect(await users.unlockUser(made.id)).toMatchObject({ locked: false })
  expect(await users.deleteUser(made.id)).toMatchObject({ id: made.id, deleted: true })
  expect(await readError(users.getUser(made.id))).toEqual({ status: 404, errors: ['resource_not_found'] })
})

test('sessions: list, get, revoke', async () => {
  const { sessions } = clerk
  const active = await sessions.getSessionList({ userId: 'user_123', status: 'active' })
  expect(active.totalCount).toBe(2)
  expect(active.data.map(({ id }) => id)).toContain('sess_123')
  expect(await sessions.getSession('sess_123')).toMatchObject({ userId: 'user_123', status: 'active' })
  expect(await sessions.revokeSession('sess_123')).toMatchObject({ status: 'revoked' })
  const again = readError(sessions.revokeSession('sess_123'))
  expect(await again).toEqual({ status: 400, errors: ['invalid_action_for_session'] })
})

test('organizations: list, create, get by id and slug, update, delete', async () => {
  const { organizations } = clerk
  const page = await organizations.getOrganizationList({ limit: 2, includeMembersCount: true })
  expect(page.totalCount).toBe(3)
  expect(page.data[0]).toMatchObject({ id: 'org_123', membersCount: 3 })
  const made = await organizations.createOrganization({ name: 'Example Inc', createdBy: 'user_123' })
  expect(made).toMatchObject({ slug: 'example-inc', createdBy: 'user_123', maxAllowedMemberships: 5 })
  expect(await organizations.getOrganization({ slug: 'example-inc' })).toEqual(made)
  expect(await organizations.getOrganization({ organizationId: made.id })).toEqual(made)
  const changed = { name: 'Example', slug: 'example', adminDeleteEnabled: false }
  expect(await organizations.updateOrganization(made.id, changed)).toMatchObject(changed)
  expect(await organizations.deleteOrganization(made.id)).toMatchObject({ id: made.id, deleted: true })
  const gone = readError(organizations.getOrganization({ organizationId: made.id }))
  expect(await gone).toEqual({ status: 404, errors: ['resource_not_found'] })
})

test('memberships: list, create, update, delete', async () => {
  const { organizations } = clerk
  const organizationId = 'org_123'
  const member = { organizationId, userId: 'user_123' }
  const made = await organizations.createOrganizationMembership({ ...member, role: 'org:member' })
  expect(made.publicUserData).toMatchObject({ userId: 'user_123', identifier: 'alex.rivera@example.com' })
  const admin = await organizations.updateOrganizationMembership({ ...member, role: 'org:admin' })
  expect(admin.permissions).toContain('org:sys_memberships:manage')
  const page = await organizations.getOrganizationMembershipList({ organizationId, role: ['org:admin'] })
  expect(page.data.map(({ publicUserData }) => publicUserData?.userId)).toEqual(['user_123', 'user_2abc123'])
  expect(await organizations.deleteOrganizationMembership(member)).toMatchObject({ id: made.id })
  const again = readError(organizations.deleteOrganizationMembership(member))
  expect(await again).toEqual({ status: 404, errors: ['resource_not_found'] })
})

test('invitations to an organization: list, create, revoke', async () => {
  const { organizations } = clerk
  const organizationId = 'org_123'
  const pending = await organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] })
  expect(pending.data).toMatchObject([{ id: 'orginv_123', role: 'org:member', organizationId }])
  const over = await organizations.getOrganizationInvitationList({ organizationId, status: ['revoked', 'expired'] })
  expect(over.data.map(({ status }) => status)).toEqual(['revoked', 'expired'])
  const made = await organizations.createOrganizationInvitation({
    organizationId,
    emailAddress: 'new.person@example.org',
    role: 'org:member',
    inviterUserId: 'user_2abc123',
    publicMetadata: { team: 'web' },
  })
  expect(made).toMatchObject({ status: 'pending', publicMetadata: { team: 'web' } })
  const revoke = { organizationId, invitationId: made.id, requestingUserId: 'user_2abc123' }
  expect(await organizations.revokeOrganizationInvitation(revoke)).toMatchObject({ status: 'revoked' })
  const again = readError(organizations.revokeOrganizationInvitation(revoke))
  expect(await again).toEqual({ status: 404, errors: ['organization_invitation_not_pending'] })
})

test('invitations to the application: list, create, revoke', async () => {
  const { invitations } = clerk
  expect((await invitations.getInvitationList({ status: 'pending' })).totalCount).toBe(2)
  const emailAddress = 'person@example.test'
  const made = await invitations.createInvitation({ emailAddress, redirectUrl: 'https://example.test/welcome' })
  expect(made).toMatchObject({ emailAddress, status: 'pending', revoked: false })
  const twice = readError(invitations.createInvitation({ emailAddress }))
  expect(await twice).toEqual({ status: 400, errors: ['duplicate_record'] })
  expect(await invitations.revokeInvitation(made.id)).toMatchObject({ status: 'revoked', revoked: true })
  const again = readError(invitations.revokeInvitation(made.id))
  expect(await again).toEqual({ status: 400, errors: ['invitation_already_revoked'] })
})

test('sign-in tokens: create, revoke', async () => {
  const { signInTokens } = clerk
  const made = await signInTokens.createSignInToken({ userId: 'user_123', expiresInSeconds: 60 })
  expect(made).toMatchObject({ userId: 'user_123', status: 'pending' })
  expect(made.token.split('.')).toHaveLength(3)
  expect(await signInTokens.revokeSignInToken(made.id)).toMatchObject({ status: 'revoked' })
  const again = readError(signInTokens.revokeSignInToken(made.id))
  expect(await again).toEqual({ status: 400, errors: ['sign_in_token_cannot_be_revoked_code'] })
})

test('refusals arrive as errors of the SDK, with code, parameter and when to try again', async () => {
  const twice = clerk.users.createUser({ emailAddress: ['alex.rivera@example.com'] })
  expect(await readError(twice)).toEqual({ status: 422, errors: ['form_identifier_exists email_address'] })
  expect(await readError(clerk.organizations.createOrganization({ name: '' }))).toEqual({
    status: 422,
    errors: ['form_param_missing name'],
  })
  const stranger = connect('sk_test_somebodyElsesKey').users.getUser('user_123')
  expect(await readError(stranger)).toEqual({ status: 401, errors: ['clerk_key_invalid'] })
  mounted.tell({ kind: 'rate_limited' })
  expect(await readError(clerk.users.getUser('user_123'))).toEqual({
    status: 429,
    errors: ['too_many_requests'],
    retryAfter: 10,
  })
  mounted.tell({ kind: 'broken' })
  expect(await readError(clerk.users.getUser('user_123'))).toEqual({ status: 500, errors: ['internal_clerk_error'] })
})
