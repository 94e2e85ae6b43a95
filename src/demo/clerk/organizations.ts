// The routes of organizations.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/organizations
import { type Value } from '../../contract/value.ts'
import { type Field, type Form } from './body.ts'
import { findOrganization, type RouteContext } from './context.ts'
import { makeId } from './ids.ts'
import { addMembership } from './membership-row.ts'
import { mergeMetadata, readMetadata, replaceMetadata } from './metadata.ts'
import { ClerkRefusal, parameterProblems as problems, refuse } from './problem.ts'
import { passesSigned, readFlag, readList, showPage, sortRows } from './query.ts'
import { type ClerkState, type Organization } from './state.ts'
import { imageUrl } from './user-view.ts'

/** The vendor's default; 0 is no limit. */
const MEMBERS = 5

const shared: Record<string, Field> = {
  public_metadata: { type: 'object', nullable: true },
  private_metadata: { type: 'object', nullable: true },
  slug: { type: 'string', nullable: true, maxLength: 256 },
  max_allowed_memberships: { type: 'integer', nullable: true, min: 0 },
  created_at: { type: 'string', nullable: true, format: 'time' },
  role_set_key: { type: 'string', nullable: true },
}

export const createOrganizationForm: Form = {
  strict: false,
  fields: {
    ...shared,
    name: { type: 'string', required: true, maxLength: 256 },
    created_by: { type: 'string', nullable: true },
  },
}

export const updateOrganizationForm: Form = {
  strict: true,
  fields: {
    ...shared,
    name: { type: 'string', nullable: true, maxLength: 256 },
    admin_delete_enabled: { type: 'boolean', nullable: true },
  },
}

export function listOrganizations({ state, query }: RouteContext): Value {
  const [users, ids] = [readList(query, 'user_id'), readList(query, 'organization_id')]
  const part = query.get('query')?.toLowerCase()
  const rows = state.organizations.filter(
    ({ id, name, slug }) =>
      (!part || id.toLowerCase() === part || name.toLowerCase().includes(part) || slug.includes(part)) &&
      passesSigned(ids, (other) => other === id) &&
      passesSigned(users, (user) => membersOf(state, id).some((row) => row.user_id === user)),
  )
  const sorted = sortRows(rows, query, {
    created_at: (row) => row.created_at,
    name: (row) => row.name.toLowerCase(),
    members_count: (row) => membersOf(state, row.id).length,
  })
  const extras = readExtras(state, query)
  return showPage(sorted, query, (row) => ({ ...showOrganization(row), ...extras(row) }))
}

export function getOrganization({ state, params, query }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  return { ...showOrganization(organization), ...readExtras(state, query)(organization) }
}

export function createOrganization({ state, body, now }: RouteContext): Value {
  const name = body['name'] as string
  const creator = body['created_by'] as string | null | undefined
  if (creator && !state.users.some(({ id }) => id === creator)) {
    throw refuse(400, 'organization_creator_not_found', 'creator not found', `No users found with id ${creator}.`)
  }
  const slug = (body['slug'] as string | null | undefined) || freeSlug(state, name)
  checkSlug(state, slug)
  const created = typeof body['created_at'] === 'string' ? Date.parse(body['created_at']) : now
  const organization: Organization = {
    id: makeId(state, 'org'),
    name,
    slug,
    created_by: creator || null,
    max_allowed_memberships: (body['max_allowed_memberships'] as number | null | undefined) ?? MEMBERS,
    admin_delete_enabled: true,
    public_metadata: readMetadata(body, 'public_metadata'),
    private_metadata: readMetadata(body, 'private_metadata'),
    created_at: created,
    updated_at: now,
  }
  state.organizations.push(organization)
  if (creator) addMembership(state, organization, creator, 'org:admin', now)
  return showOrganization(organization)
}

export function updateOrganization({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  const { name, slug, max_allowed_memberships: limit, admin_delete_enabled: deletes, created_at: created } = body
  if (typeof slug === 'string') checkSlug(state, slug, organization)
  if (name === '') throw new ClerkRefusal(422, problems.missing('name'))
  if (typeof name === 'string') organization.name = name
  if (typeof slug === 'string') organization.slug = slug
  if (typeof limit === 'number') organization.max_allowed_memberships = limit
  if (typeof deletes === 'boolean') organization.admin_delete_enabled = deletes
  if (typeof created === 'string') organization.created_at = Date.parse(created)
  replaceMetadata(organization, body)
  organization.updated_at = now
  return showOrganization(organization)
}

export function mergeOrganizationMetadata({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  mergeMetadata(organization, body)
  organization.updated_at = now
  return showOrganization(organization)
}

export function replaceOrganizationMetadata({ state, params, body, now }: RouteContext): Value {
  const organization = findOrganization(state, params['organization_id']!)
  replaceMetadata(organization, body)
  organization.updated_at = now
  return showOrganization(organization)
}

/** Memberships and invitations go with it; sessions forget it. */
export function deleteOrganization({ state, params }: RouteContext): Value {
  const { id } = findOrganization(state, params['organization_id']!)
  const isOther = (row: { organization_id: string }) => row.organization_id !== id
  state.organizations = state.organizations.filter((row) => row.id !== id)
  state.memberships = state.memberships.filter(isOther)
  state.organizationInvitations = state.organizationInvitations.filter(isOther)
  for (const session of state.sessions) {
    if (session.last_active_organization_id === id) session.last_active_organization_id = null
  }
  return { id, object: 'organization', deleted: true }
}

export function showOrganization({ created_by, ...organization }: Organization): { [key: string]: Value } {
  return {
    object: 'organization',
    ...organization,
    image_url: imageUrl(organization.id),
    has_image: false,
    ...(created_by !== null && { created_by }),
  }
}

/** What is told of an organization only where the query asks for it. */
function readExtras(state: ClerkState, query: URLSearchParams): (row: Organization) => { [key: string]: Value } {
  const isCounted = readFlag(query, 'include_members_count') === true
  const isSearched = readFlag(query, 'include_missing_member_with_elevated_permissions') === true
  return ({ id }) => {
    const members = membersOf(state, id)
    const isWithout = !members.some(({ role }) => role === 'org:admin')
    return {
      ...(isCounted && { members_count: members.length }),
      ...(isSearched && { missing_member_with_elevated_permissions: isWithout }),
    }
  }
}

function membersOf({ memberships }: ClerkState, id: string) {
  return memberships.filter((row) => row.organization_id === id)
}

function checkSlug({ organizations }: ClerkState, slug: string, self?: Organization): void {
  if (!/^[a-z0-9-]+$/.test(slug)) {
    const long = 'slug can only contain lowercase alphanumeric characters and the dash "-".'
    throw new ClerkRefusal(422, problems.wrongFormat('slug', long))
  }
  if (organizations.some((row) => row !== self && row.slug === slug)) {
    throw new ClerkRefusal(422, problems.taken('slug'))
  }
}

/** A slug made of the name, with a number behind it where another organization has it already. */
function freeSlug({ organizations }: ClerkState, name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['organization']
  const base = words.join('-')
  const isTaken = (slug: string) => organizations.some((row) => row.slug === slug)
  let slug = base
  for (let number = 2; isTaken(slug); number++) slug = `${base}-${number}`
  return slug
}
