// The routes of sessions.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/sessions
import { type Value } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { findMembership, findOrganization, findSession, findUser, type RouteContext } from './context.ts'
import { makeId } from './ids.ts'
import { refuse } from './problem.ts'
import { readChoices, showList, sortRows } from './query.ts'
import { type Session } from './state.ts'

const STATUSES = ['abandoned', 'active', 'ended', 'expired', 'removed', 'replaced', 'revoked']
const DAY = 86_400_000

export const createSessionForm: Form = {
  strict: false,
  fields: { user_id: { type: 'string', required: true }, active_organization_id: { type: 'string' } },
}

export function listSessions({ state, query }: RouteContext): Value {
  const statuses = readChoices(query, 'status', STATUSES)
  const [userId, clientId] = [query.get('user_id'), query.get('client_id')]
  const rows = state.sessions.filter(
    (session) =>
      (!statuses || statuses.includes(session.status)) &&
      (userId === null || session.user_id === userId) &&
      (clientId === null || session.client_id === clientId),
  )
  // The list has one order only.
  const sorted = sortRows(rows, new URLSearchParams(), { created_at: (session) => session.created_at })
  return showList(sorted, query, showSession)
}

export function getSession({ state, params }: RouteContext): Value {
  return showSession(findSession(state, params['session_id']!))
}

/** Instances for development can do this, and this one is such. */
export function createSession({ state, body, now }: RouteContext): Value {
  const user = findUser(state, body['user_id'] as string)
  const active = body['active_organization_id'] as string | undefined
  const organization = active ? findOrganization(state, active) : null
  if (organization) findMembership(state, organization, user.id)
  if (user.banned) {
    const long = 'You have been banned. If you think this was by mistake, please contact support.'
    throw refuse(403, 'user_banned', 'User banned', long)
  }
  const session: Session = {
    id: makeId(state, 'sess'),
    user_id: user.id,
    client_id: makeId(state, 'client'),
    status: 'active',
    last_active_organization_id: organization?.id ?? null,
    last_active_at: now,
    expire_at: now + 7 * DAY,
    abandon_at: now + 30 * DAY,
    created_at: now,
    updated_at: now,
  }
  Object.assign(user, { last_sign_in_at: now, last_active_at: now })
  state.sessions.push(session)
  return showSession(session)
}

export function revokeSession({ state, params, now }: RouteContext): Value {
  const session = findSession(state, params['session_id']!)
  if (session.status !== 'active') {
    const long = `Unable to revoke session ${session.id}`
    throw refuse(400, 'invalid_action_for_session', 'Invalid action for user session', long)
  }
  session.status = 'revoked'
  session.updated_at = now
  return showSession(session)
}

function showSession(session: Session): Value {
  return { object: 'session', ...session, actor: null }
}
