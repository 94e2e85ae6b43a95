// The base of every procedure: the context, the form of errors, and the two kinds of callers.
import { initTRPC } from '@trpc/server'
import { CallFailure } from '../../src/contract/errors.ts'
import { findSessionUser } from '../db/queries/find-session-user.ts'
import { describeError, toTrpcError } from './error.ts'
import { findTokenHolder, type TokenHolder } from '../db/queries/api-tokens.ts'
import { type ApiContext } from './context.ts'

const trpc = initTRPC.context<ApiContext>().create({
  // Never a stack trace, whatever NODE_ENV says.
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const described = describeError(error, ctx?.requestId ?? 'unknown')
    return {
      code: shape.code,
      message: described.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, error: described },
    }
  },
})

export const router = trpc.router

/** For whoever asks. Only what visitors may know, and procedures that check the caller in their own statement. */
export const open = trpc.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error)
  return result
})

/** For a signed-in user, who is then `ctx.user`. One statement looks the session up; nothing is cached, so signing out works at once. */
export const signedIn = open.use(async ({ ctx, next }) => {
  if (ctx.apiTokenHash !== null) {
    throw new CallFailure('forbidden', 'An API token may run scripts and nothing else.', {
      hint: 'Sign in on the site to do this.',
    })
  }
  const user = ctx.sessionToken && (await findSessionUser(ctx.db, ctx.sessionToken, ctx.clock()))
  if (!user) throw new CallFailure('not_signed_in', 'You are not signed in.')
  return next({ ctx: { ...ctx, user } })
})

/** For a signed-in user or an API token of one: what running a script takes, and nothing that changes the user's things. */
export const identified = open.use(async ({ ctx, next }) => {
  if (ctx.apiTokenHash !== null) {
    const holder = await findTokenHolder(ctx.db, ctx.apiTokenHash, ctx.clock())
    if (!holder) throw unknownToken()
    return next({ ctx: { ...ctx, user: holder.user, token: holder.token as TokenHolder['token'] | null } })
  }
  const user = ctx.sessionToken && (await findSessionUser(ctx.db, ctx.sessionToken, ctx.clock()))
  if (!user) throw new CallFailure('not_signed_in', 'You are not signed in.')
  return next({ ctx: { ...ctx, user, token: null as TokenHolder['token'] | null } })
})

export function unknownToken(): CallFailure {
  return new CallFailure('not_signed_in', 'The API token is not known here: it has run out or was revoked.', {
    hint: 'Make a new one under Accounts.',
  })
}
