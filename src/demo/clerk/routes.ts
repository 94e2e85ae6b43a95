// All routes of the fake: method, path, the body that is taken, and what answers.
import { type Value } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { type RouteContext } from './context.ts'
import * as instance from './instance.ts'
import * as invitations from './invitations.ts'
import * as memberships from './memberships.ts'
import { metadataForm } from './metadata.ts'
import * as guests from './organization-invitations.ts'
import * as organizations from './organizations.ts'
import * as sessions from './sessions.ts'
import * as tokens from './sign-in-tokens.ts'
import { createUserForm, updateUserForm } from './user-form.ts'
import * as states from './user-states.ts'
import * as users from './users.ts'

export interface Route {
  method: string
  /** Below `/v1`. */
  path: string
  run: (context: RouteContext) => Value
  /** Left out where a body is refused. */
  form?: Form
}

const userMetadata = metadataForm('public_metadata', 'private_metadata', 'unsafe_metadata')
const metadata = metadataForm('public_metadata', 'private_metadata')

/** Where two fit a path, the first one counts. */
export const routes: Route[] = [
  { method: 'GET', path: '/users', run: users.listUsers },
  { method: 'POST', path: '/users', run: users.createUser, form: createUserForm },
  { method: 'GET', path: '/users/count', run: users.countUsers },
  { method: 'GET', path: '/users/{user_id}', run: users.getUser },
  { method: 'PATCH', path: '/users/{user_id}', run: users.updateUser, form: updateUserForm },
  { method: 'DELETE', path: '/users/{user_id}', run: states.deleteUser },
  { method: 'POST', path: '/users/{user_id}/ban', run: states.banUser },
  { method: 'POST', path: '/users/{user_id}/unban', run: states.unbanUser },
  { method: 'POST', path: '/users/{user_id}/lock', run: states.lockUser },
  { method: 'POST', path: '/users/{user_id}/unlock', run: states.unlockUser },
  { method: 'PATCH', path: '/users/{user_id}/metadata', run: users.mergeUserMetadata, form: userMetadata },
  { method: 'PUT', path: '/users/{user_id}/metadata', run: users.replaceUserMetadata, form: userMetadata },
  { method: 'GET', path: '/users/{user_id}/organization_memberships', run: memberships.listMembershipsOfUser },
  { method: 'GET', path: '/users/{user_id}/organization_invitations', run: guests.listInvitationsOfUser },
  { method: 'GET', path: '/sessions', run: sessions.listSessions },
  { method: 'POST', path: '/sessions', run: sessions.createSession, form: sessions.createSessionForm },
  { method: 'GET', path: '/sessions/{session_id}', run: sessions.getSession },
  { method: 'POST', path: '/sessions/{session_id}/revoke', run: sessions.revokeSession },
  { method: 'GET', path: '/organizations', run: organizations.listOrganizations },
  {
    method: 'POST',
    path: '/organizations',
    run: organizations.createOrganization,
    form: organizations.createOrganizationForm,
  },
  { method: 'GET', path: '/organizations/{organization_id}', run: organizations.getOrganization },
  {
    method: 'PATCH',
    path: '/organizations/{organization_id}',
    run: organizations.updateOrganization,
    form: organizations.updateOrganizationForm,
  },
  { method: 'DELETE', path: '/organizations/{organization_id}', run: organizations.deleteOrganization },
  {
    method: 'PATCH',
    path: '/organizations/{organization_id}/metadata',
    run: organizations.mergeOrganizationMetadata,
    form: metadata,
  },
  {
    method: 'PUT',
    path: '/organizations/{organization_id}/metadata',
    run: organizations.replaceOrganizationMetadata,
    form: metadata,
  },
  { method: 'GET', path: '/organizations/{organization_id}/memberships', run: memberships.listMemberships },
  {
    method: 'POST',
    path: '/organizations/{organization_id}/memberships',
    run: memberships.createMembership,
    form: memberships.createMembershipForm,
  },
  {
    method: 'PATCH',
    path: '/organizations/{organization_id}/memberships/{user_id}',
    run: memberships.updateMembership,
    form: memberships.updateMembershipForm,
  },
  {
    method: 'DELETE',
    path: '/organizations/{organization_id}/memberships/{user_id}',
    run: memberships.deleteMembership,
  },
  {
    method: 'PATCH',
    path: '/organizations/{organization_id}/memberships/{user_id}/metadata',
    run: memberships.mergeMembershipMetadata,
    form: metadata,
  },
  { method: 'GET', path: '/organizations/{organization_id}/invitations', run: guests.listOrganizationInvitations },
  {
    method: 'POST',
    path: '/organizations/{organization_id}/invitations',
    run: guests.createOrganizationInvitation,
    form: guests.createOrganizationInvitationForm,
  },
  { method: 'GET', path: '/organizations/{organization_id}/invitations/pending', run: guests.listPendingInvitations },
  {
    method: 'GET',
    path: '/organizations/{organization_id}/invitations/{invitation_id}',
    run: guests.getOrganizationInvitation,
  },
  {
    method: 'POST',
    path: '/organizations/{organization_id}/invitations/{invitation_id}/revoke',
    run: guests.revokeOrganizationInvitation,
    form: guests.revokeOrganizationInvitationForm,
  },
  { method: 'GET', path: '/organization_memberships', run: memberships.listAllMemberships },
  { method: 'GET', path: '/organization_invitations', run: guests.listAllOrganizationInvitations },
  { method: 'GET', path: '/organization_roles', run: instance.listRoles },
  { method: 'GET', path: '/invitations', run: invitations.listInvitations },
  { method: 'POST', path: '/invitations', run: invitations.createInvitation, form: invitations.createInvitationForm },
  {
    method: 'POST',
    path: '/invitations/bulk',
    run: invitations.createInvitations,
    form: invitations.createInvitationsForm,
  },
  { method: 'POST', path: '/invitations/{invitation_id}/revoke', run: invitations.revokeInvitation },
  { method: 'POST', path: '/sign_in_tokens', run: tokens.createSignInToken, form: tokens.createSignInTokenForm },
  { method: 'POST', path: '/sign_in_tokens/{sign_in_token_id}/revoke', run: tokens.revokeSignInToken },
  { method: 'GET', path: '/redirect_urls', run: instance.listRedirectUrls },
  { method: 'POST', path: '/redirect_urls', run: instance.createRedirectUrl, form: instance.createRedirectUrlForm },
  { method: 'GET', path: '/redirect_urls/{id}', run: instance.getRedirectUrl },
  { method: 'DELETE', path: '/redirect_urls/{id}', run: instance.deleteRedirectUrl },
  { method: 'GET', path: '/instance', run: instance.getInstance },
]

/** The parts of a path below `/v1`, decoded; null where it is not below it, or not well encoded. */
export function splitPath(pathname: string): string[] | null {
  if (!pathname.startsWith('/v1/')) return null
  try {
    return pathname.slice('/v1/'.length).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** The placeholders of a route filled from a path, or null where the path is another's. */
export function matchPath({ path }: Route, parts: readonly string[]): Record<string, string> | null {
  const names = path.slice(1).split('/')
  const fits =
    names.length === parts.length && names.every((name, at) => (name.startsWith('{') ? parts[at] : name === parts[at]))
  if (!fits) return null
  return Object.fromEntries(
    names.flatMap((name, at) => (name.startsWith('{') ? [[name.slice(1, -1), parts[at]!]] : [])),
  )
}
