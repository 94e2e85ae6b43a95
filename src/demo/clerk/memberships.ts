// The routes of memberships: of one organization, of one user, of all.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/organization-memberships
import { type Value } from '../../contract/value.ts'
import { type Field, type Form } from './body.ts'
import { findMembership, findOrganization, findUser, type RouteContext } from './context.ts'
import { addMembership, checkRole, checkRoom, ROLES } from './membership-row.ts'
import { mergeMetadata, replaceMetadata } from './metadata.ts'
import { showOrganization } from './organizations.ts'
import { refuse } from './problem.ts'
import { readList, showPage, type SortKeys, sortRows } from './query.ts'
import { type ClerkState, type Membership, type User } from './state.ts'
import { readIdentityFilters, readTimeFilters } from './user-filter.ts'
import { readPrimary, showPublicUser } from './user-view.ts'

const metadata: Field = { type: 'object', nullable: true }

export const createMembershipForm: Form = {
  strict: false,
  fields: {
    user_id: { type: 'string', required: true },
    role: { type: 'string', required: true },
    public_metadata: metadata,
    private_metadata: metadata,
  },
}

export const updateMembershipForm: Form = { strict: false, fields: { role: { type: 'string', required: true } } }

export function listMemberships({ state, params, query }: RouteContext): Value {
  const { id } = findOrganization(state, params['organization_id']!)
  const roles = readList(query, 'role')
  const [matches, inTime] = [readIdentityFilters(query), readTimeFilters(query)]
  const rows = state.memberships.filter((row) => {
    const user = userOf(state, row)
    // Times of creation are those of the membership, times of activity those of the user.
    const timed = { ...user, created_at: row.created_at }
    return row.organization_id === id && (!roles || roles.includes(row.role)) && matches(user) && inTime(timed)
  })
  return showPage(sortMemberships(state, rows, query), query, (row) => showMembership(state, row))
}

export function listAllMemberships({ state, query }: RouteContext): Value {
  return showPage(sortMemberships(state, state.memberships, query), query, (row) => showMembership(state, row))
}

export function listMembershipsOfUser({ state, params, query }: RouteContext): Value {
  const { id } = findUser(state, params['user_id']!)
  const rows = state.memberships.filter((row) => row.user_id === id)
  const sorted = sortMemberships(state, rows, new URLSearchParams())
  return showPage(sorted, query, (row) => showMembership(state, row))
}

function sortMemberships(state: ClerkState, rows: Membership[], query: URLSearchParams): Membership[] {
  const keys: SortKeys<Membership> = {
    created_at: (row) => row.created_at,
    email_address: (row) => readPrimary(userOf(state, row).email_addresses),
    phone_number: (row) => readPrimary(userOf(state, row).phone_numbers),
    first_name: (row) => userOf(state, row).first_name,
    last_name: (row) => userOf(state, row).last_name,
    username: (row) => userOf(state, row).username,
  }
  return sortRows(rows, query, keys)
}

export function createMembership({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  const user = findUser(state, body['user_id'] as string)
  const role = body['role'] as string
  checkRole(role)
  if (state.memberships.some((row) => row.organization_id === organization.id && row.user_id === user.id)) {
    const long = `User ${user.id} is already a member of the organization.`
    throw refuse(400, 'already_a_member_in_organization', 'already a member', long)
  }
  checkRoom(state, organization)
  const membership = addMembership(state, organization, user.id, role, now)
  replaceMetadata(membership, body)
  return showMembership(state, membership)
}

export function updateMembership({ state, params, body, now }: RouteContext): Value {
  const membership = findNamed(state, params)
  const role = body['role'] as string
  checkRole(role)
  membership.role = role
  membership.updated_at = now
  return showMembership(state, membership)
}

export function mergeMembershipMetadata({ state, params, body, now }: RouteContext): Value {
  const membership = findNamed(state, params)
  mergeMetadata(membership, body)
  membership.updated_at = now
  return showMembership(state, membership)
}

/** Answers with the membership that it ends. */
export function deleteMembership({ state, params }: RouteContext): Value {
  const membership = findNamed(state, params)
  const shown = showMembership(state, membership)
  state.memberships = state.memberships.filter((row) => row !== membership)
  return shown
}

function findNamed(state: ClerkState, params: RouteContext['params']): Membership {
  return findMembership(state, findOrganization(state, params['organization_id']!), params['user_id']!)
}

function userOf({ users }: ClerkState, { user_id: id }: Membership): User {
  return users.find((user) => user.id === id)!
}

function showMembership(state: ClerkState, membership: Membership): Value {
  const { organization_id: id, role, id: own, public_metadata, private_metadata, created_at, updated_at } = membership
  const { name, permissions } = ROLES[role]!
  const user = userOf(state, membership)
  return {
    object: 'organization_membership',
    id: own,
    role,
    role_name: name,
    permissions,
    public_metadata,
    private_metadata,
    created_at,
    updated_at,
    organization: showOrganization(state.organizations.find((organization) => organization.id === id)!),
    public_user_data: {
      ...showPublicUser(user),
      profile_image_url: showPublicUser(user)['image_url']!,
      username: user.username,
      banned: user.banned,
    },
  }
}
