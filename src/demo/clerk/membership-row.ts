// Rows of memberships: the roles that there are, adding a member, the limit of an organization.
import { makeId } from './ids.ts'
import { refuse } from './problem.ts'
import { type ClerkState, type Membership, type Organization } from './state.ts'

/** Roles of the instance, with the permissions that the vendor gives the first two. */
export const ROLES: Record<string, { name: string; permissions: string[] }> = {
  'org:admin': {
    name: 'Admin',
    permissions: [
      'org:sys_profile:manage',
      'org:sys_profile:delete',
      'org:sys_memberships:read',
      'org:sys_memberships:manage',
      'org:sys_domains:read',
      'org:sys_domains:manage',
    ],
  },
  'org:member': { name: 'Member', permissions: ['org:sys_memberships:read'] },
  'org:billing': { name: 'Billing', permissions: ['org:sys_memberships:read', 'org:sys_billing:manage'] },
}

/** @throws ClerkRefusal 404 for a role that the instance does not have */
export function checkRole(role: string): void {
  if (Object.hasOwn(ROLES, role)) return
  throw refuse(404, 'resource_not_found', 'not found', 'Organization role not found', { param_name: 'role' })
}

export function addMembership(
  state: ClerkState,
  organization: Organization,
  userId: string,
  role: string,
  now: number,
): Membership {
  const membership: Membership = {
    id: makeId(state, 'orgmem'),
    organization_id: organization.id,
    user_id: userId,
    role,
    public_metadata: {},
    private_metadata: {},
    created_at: now,
    updated_at: now,
  }
  state.memberships.push(membership)
  return membership
}

/** @throws ClerkRefusal 403 where members and pending invitations fill the organization */
export function checkRoom(state: ClerkState, { id, max_allowed_memberships: limit }: Organization): void {
  const members = state.memberships.filter((row) => row.organization_id === id)
  const pending = state.organizationInvitations.filter((row) => row.organization_id === id && row.status === 'pending')
  if (limit === 0 || members.length + pending.length < limit) return
  throw refuse(
    403,
    'organization_membership_quota_exceeded',
    'organization membership quota exceeded',
    `You have reached your limit of ${limit} organization memberships, including outstanding invitations.`,
  )
}
