// session.get: who is signed in, whether one can sign up, which catalog the server runs and within which limits.
import { z } from 'zod'
import { writeLimits } from '../../../src/contract/limit-settings.ts'
import { findSessionUser } from '../../db/queries/find-session-user.ts'
import { open } from '../trpc.ts'

const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  signUp: z.enum(['open', 'closed']),
  /** Version of the server's catalog; a page with another one is stale. */
  catalog: z.string(),
  /** What the settings make different from the usual limits, as `writeLimits` writes it. */
  limits: z.string(),
})

export const sessionGet = open.output(Session).query(async ({ ctx }) => ({
  user: ctx.sessionToken ? await findSessionUser(ctx.db, ctx.sessionToken, ctx.clock()) : null,
  signUp: ctx.settings.signUp,
  catalog: ctx.catalog.index.version,
  limits: writeLimits(ctx.settings.limits),
}))
