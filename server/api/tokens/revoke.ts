// tokens.revoke: the token opens nothing from now on.
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { removeToken } from '../../db/queries/api-tokens.ts'
import { Id } from '../accounts/account.ts'
import { signedIn } from '../trpc.ts'

export const tokensRevoke = signedIn
  .input(z.object({ id: Id }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    if (!(await removeToken(ctx.db, ctx.user.id, input.id))) {
      throw new CallFailure('not_found', 'You have no such API token.', { hint: 'It may have been revoked already.' })
    }
    return { ok: true as const }
  })
