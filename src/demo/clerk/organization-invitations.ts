// The routes of invitations to organizations.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/organization-invitations
import { type Value } from '../../contract/value.ts'
import { type Field, type Form } from './body.ts'
import { findOrganization, findUser, type RouteContext } from './context.ts'
import { makeId, makeTicket, makeTicketUrl } from './ids.ts'
import { checkRole, checkRoom, ROLES } from './membership-row.ts'
import { readMetadata } from './metadata.ts'
import { refuse } from './problem.ts'
import { readChoices, showPage, sortRows } from './query.ts'
import { type ClerkState, type Fields, type Organization, type OrganizationInvitation } from './state.ts'
import { imageUrl, showPublicUser } from './user-view.ts'

const DAY = 86_400_000
export const STATUSES = ['pending', 'accepted', 'revoked', 'expired']

const text: Field = { type: 'string', nullable: true }
const metadata: Field = { type: 'object', nullable: true }

export const createOrganizationInvitationForm: Form = {
  strict: false,
  fields: {
    email_address: { type: 'string', required: true, format: 'email' },
    inviter_user_id: text,
    role: { type: 'string', required: true },
    public_metadata: metadata,
    private_metadata: metadata,
    redirect_url: { ...text, format: 'url' },
    expires_in_days: { type: 'integer', nullable: true, min: 1, max: 365 },
    notify: { type: 'boolean', nullable: true },
  },
}

export const revokeOrganizationInvitationForm: Form = { strict: false, fields: { requesting_user_id: text } }

export function listOrganizationInvitations({ state, params, query }: RouteContext): Value {
  const { id } = findOrganization(state, params['organization_id']!)
  const email = query.get('email_address')?.toLowerCase()
  const rows = state.organizationInvitations.filter(
    (row) => row.organization_id === id && (email === undefined || row.email_address === email),
  )
  return showPage(selectRows(rows, query), query, (row) => showInvitation(state, row))
}

export function listPendingInvitations({ state, params, query }: RouteContext): Value {
  const { id } = findOrganization(state, params['organization_id']!)
  const rows = state.organizationInvitations.filter((row) => row.organization_id === id && row.status === 'pending')
  return showPage(selectRows(rows, query), query, (row) => showInvitation(state, row))
}

/** Those of the whole instance, with the organization beside each. */
export function listAllOrganizationInvitations({ state, query }: RouteContext): Value {
  const part = query.get('query')?.toLowerCase() ?? ''
  const rows = state.organizationInvitations.filter((row) => row.email_address.includes(part))
  return showPage(selectRows(rows, query), query, (row) => showWithOrganization(state, row))
}

export function listInvitationsOfUser({ state, params, query }: RouteContext): Value {
  const user = findUser(state, params['user_id']!)
  const emails = user.email_addresses.map(({ value }) => value)
  const rows = state.organizationInvitations.filter((row) => emails.includes(row.email_address))
  return showPage(selectRows(rows, query), query, (row) => showWithOrganization(state, row))
}

function selectRows(rows: OrganizationInvitation[], query: URLSearchParams): OrganizationInvitation[] {
  const statuses = readChoices(query, 'status', STATUSES)
  const kept = rows.filter((row) => !statuses || statuses.includes(row.status))
  return sortRows(kept, query, { created_at: (row) => row.created_at, email_address: (row) => row.email_address })
}

export function getOrganizationInvitation({ state, params }: RouteContext): Value {
  return showInvitation(state, findInvitation(state, params))
}

export function createOrganizationInvitation({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  const inviter = body['inviter_user_id'] as string | null | undefined
  if (inviter) checkAdmin(state, organization, inviter)
  checkRole(body['role'] as string)
  const email = (body['email_address'] as string).toLowerCase()
  checkGuest(state, organization, email)
  checkRoom(state, organization)
  const days = (body['expires_in_days'] as number | null | undefined) ?? 30
  const invitation: OrganizationInvitation = {
    id: makeId(state, 'orginv'),
    organization_id: organization.id,
    email_address: email,
    role: body['role'] as string,
    inviter_id: inviter || null,
    status: 'pending',
    public_metadata: readMetadata(body, 'public_metadata'),
    private_metadata: readMetadata(body, 'private_metadata'),
    expires_at: now + days * DAY,
    created_at: now,
    updated_at: now,
  }
  state.organizationInvitations.push(invitation)
  return showInvitation(state, invitation)
}

export function revokeOrganizationInvitation({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  const requester = body['requesting_user_id'] as string | null | undefined
  if (requester) checkAdmin(state, organization, requester)
  const invitation = findInvitation(state, params)
  if (invitation.status !== 'pending') {
    const long = "The organization invitation is not in the 'pending' status."
    throw refuse(404, 'organization_invitation_not_pending', 'not pending', long)
  }
  invitation.status = 'revoked'
  invitation.updated_at = now
  return showInvitation(state, invitation)
}

function findInvitation(state: ClerkState, params: RouteContext['params']): OrganizationInvitation {
  const organization = findOrganization(state, params['organization_id']!)
  const id = params['invitation_id']!
  const found = state.organizationInvitations.find((row) => row.id === id && row.organization_id === organization.id)
  if (!found) {
    throw refuse(404, 'organization_invitation_not_found', 'not found', `No invitation found with id ${id}.`)
  }
  return found
}

/** Only an administrator of the organization may invite or take back. */
function checkAdmin(state: ClerkState, { id }: Organization, userId: string): void {
  const membership = state.memberships.find((row) => row.organization_id === id && row.user_id === userId)
  if (!membership) {
    const long = 'Current user is not a member of the organization. Only organization members can perform this action.'
    throw refuse(403, 'not_a_member_in_organization', 'not a member', long)
  }
  if (membership.role === 'org:admin') return
  const long = 'Current user is missing an organization permission.'
  const meta = { permissions: ['org:sys_memberships:manage'] }
  throw refuse(403, 'missing_organization_permission', 'missing permission', long, meta)
}

/** Whether somebody with this address can still be invited. */
function checkGuest(state: ClerkState, { id }: Organization, email: string): void {
  const pending = state.organizationInvitations.some(
    (row) => row.organization_id === id && row.email_address === email && row.status === 'pending',
  )
  if (pending) {
    const long = `There are already pending invitations for the following email addresses: ${email}`
    throw refuse(400, 'duplicate_record', 'duplicate invitation', long, { email_addresses: [email] })
  }
  const user = state.users.find((candidate) => candidate.email_addresses.some(({ value }) => value === email))
  if (user && state.memberships.some((row) => row.organization_id === id && row.user_id === user.id)) {
    const long = `${email} is already a member of the organization.`
    throw refuse(400, 'already_a_member_in_organization', 'already a member', long)
  }
}

function showInvitation(state: ClerkState, row: OrganizationInvitation): Fields {
  const inviter = state.users.find(({ id }) => id === row.inviter_id)
  const ticket = makeTicket('organization_invitation', row.id, row.expires_at)
  return {
    object: 'organization_invitation',
    ...row,
    role_name: ROLES[row.role]!.name,
    public_inviter_data: inviter ? showPublicUser(inviter) : null,
    url: row.status === 'pending' ? makeTicketUrl(ticket) : null,
  }
}

function showWithOrganization(state: ClerkState, row: OrganizationInvitation): Value {
  const { id, name, slug } = state.organizations.find((candidate) => candidate.id === row.organization_id)!
  const shown = { id, name, slug, image_url: imageUrl(id), has_image: false }
  return { ...showInvitation(state, row), public_organization_data: shown }
}
