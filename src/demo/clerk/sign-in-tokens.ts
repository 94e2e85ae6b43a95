// The routes of sign-in tokens.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/sign-in-tokens
import { type Value } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { findMembership, findOrganization, findUser, type RouteContext } from './context.ts'
import { makeId, makeTicket, makeTicketUrl } from './ids.ts'
import { refuse, refuseNotFound } from './problem.ts'
import { type SignInToken } from './state.ts'

const THIRTY_DAYS = 2_592_000

export const createSignInTokenForm: Form = {
  strict: false,
  fields: {
    user_id: { type: 'string', required: true },
    org_id: { type: 'string', nullable: true },
    expires_in_seconds: { type: 'integer', nullable: true, min: 1 },
  },
}

export function createSignInToken({ state, body, now }: RouteContext): Value {
  const user = findUser(state, body['user_id'] as string)
  if (typeof body['org_id'] === 'string') findMembership(state, findOrganization(state, body['org_id']), user.id)
  const seconds = (body['expires_in_seconds'] as number | null | undefined) ?? THIRTY_DAYS
  const token: SignInToken = {
    id: makeId(state, 'sit'),
    user_id: user.id,
    status: 'pending',
    expires_at: now + seconds * 1000,
    created_at: now,
    updated_at: now,
  }
  state.signInTokens.push(token)
  return showToken(token)
}

export function revokeSignInToken({ state, params, now }: RouteContext): Value {
  const token = state.signInTokens.find(({ id }) => id === params['sign_in_token_id'])
  if (!token) throw refuseNotFound('Resource not found')
  if (token.status !== 'pending') {
    const long = `Sign in token cannot be revoked because its status is ${token.status}. Only pending tokens can be revoked.`
    throw refuse(400, 'sign_in_token_cannot_be_revoked_code', 'cannot revoke', long)
  }
  token.status = 'revoked'
  token.updated_at = now
  return showToken(token)
}

function showToken({ expires_at, ...row }: SignInToken): Value {
  const token = makeTicket('sign_in_token', row.id, expires_at)
  return { object: 'sign_in_token', ...row, token, url: makeTicketUrl(token) }
}
