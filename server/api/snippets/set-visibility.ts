// snippets.setVisibility: who may read a snippet, in all its versions, from now on.
import { z } from 'zod'
import { Visibility } from '../../../src/contract/snippet.ts'
import { setVisibility } from '../../db/queries/snippets.ts'
import { Id } from '../accounts/account.ts'
import { signedIn } from '../trpc.ts'
import { missingSnippet } from './missing-snippet.ts'

export const snippetsSetVisibility = signedIn
  .input(z.object({ id: Id, visibility: Visibility }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    if (!(await setVisibility(ctx.db, ctx.user.id, input.id, input.visibility))) throw missingSnippet()
    return { ok: true as const }
  })
