// The routes that end or restore a user's access: ban, lock, delete.
import { type Value } from '../../contract/value.ts'
import { findUser, type RouteContext } from './context.ts'
import { type User } from './state.ts'
import { showUser } from './user-view.ts'

/** How long a lock lasts: the vendor's default of one hour. */
export const LOCK_MS = 3_600_000

/** Revokes the user's sessions as well. */
export function banUser(context: RouteContext): Value {
  const { state, now } = context
  return changeUser(context, (user) => {
    user.banned = true
    for (const session of state.sessions) {
      if (session.user_id !== user.id || session.status !== 'active') continue
      session.status = 'revoked'
      session.updated_at = now
    }
  })
}

export function unbanUser(context: RouteContext): Value {
  return changeUser(context, (user) => (user.banned = false))
}

export function lockUser(context: RouteContext): Value {
  return changeUser(context, (user) => (user.locked_until = context.now + LOCK_MS))
}

export function unlockUser(context: RouteContext): Value {
  return changeUser(context, (user) => (user.locked_until = null))
}

function changeUser({ state, params, now }: RouteContext, change: (user: User) => void): Value {
  const user = findUser(state, params['user_id']!)
  change(user)
  user.updated_at = now
  return showUser(user, now)
}

/** Everything that belongs to the user goes with it. */
export function deleteUser({ state, params }: RouteContext): Value {
  const { id } = findUser(state, params['user_id']!)
  const isOther = (row: { user_id: string }) => row.user_id !== id
  state.users = state.users.filter((user) => user.id !== id)
  state.sessions = state.sessions.filter(isOther)
  state.memberships = state.memberships.filter(isOther)
  state.signInTokens = state.signInTokens.filter(isOther)
  return { id, object: 'user', deleted: true }
}
