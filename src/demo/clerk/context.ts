// What a route of the fake gets, and how rows are found.
import { refuseNotFound } from './problem.ts'
import { type ClerkState, type Fields, type Membership, type Organization, type Session, type User } from './state.ts'

/** One request. Routes change the state in place: it is a copy that counts only if they end well. */
export interface RouteContext {
  state: ClerkState
  /** The placeholders of the path, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  /** The checked body; empty where the route takes none. */
  body: Fields
  /** Milliseconds since 1970. */
  now: number
}

export function findUser({ users }: ClerkState, id: string): User {
  const user = users.find((candidate) => candidate.id === id)
  if (!user) throw refuseNotFound(`No user was found with id ${id}`)
  return user
}

export function findSession({ sessions }: ClerkState, id: string): Session {
  const session = sessions.find((candidate) => candidate.id === id)
  if (!session) throw refuseNotFound(`No session was found with id ${id}`, 'Session not found')
  return session
}

/** By id or by slug. */
export function findOrganization({ organizations }: ClerkState, id: string): Organization {
  const organization = organizations.find((candidate) => candidate.id === id || candidate.slug === id)
  if (!organization) throw refuseNotFound('Given organization not found.')
  return organization
}

export function findMembership({ memberships }: ClerkState, organization: Organization, userId: string): Membership {
  const found = memberships.find((row) => row.organization_id === organization.id && row.user_id === userId)
  if (!found) throw refuseNotFound('Resource not found')
  return found
}
