// snippets.revoke: a snippet goes with all its versions, at once.
import { z } from 'zod'
import { removeSnippet } from '../../db/queries/snippets.ts'
import { Id } from '../accounts/account.ts'
import { signedIn } from '../trpc.ts'
import { missingSnippet } from './missing-snippet.ts'

export const snippetsRevoke = signedIn
  .input(z.object({ id: Id }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    if (!(await removeSnippet(ctx.db, ctx.user.id, input.id))) throw missingSnippet()
    return { ok: true as const }
  })
