// runs.finish: the grant ends; no call is made under it any more.
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { finishRun } from '../../db/queries/runs.ts'
import { Id } from '../accounts/account.ts'
import { identified } from '../trpc.ts'

export const runsFinish = identified
  .input(z.object({ run: Id }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const known = await finishRun(ctx.db, ctx.user.id, ctx.token?.id ?? null, input.run, ctx.clock())
    if (!known) throw new CallFailure('not_found', 'You have no such run.', { hint: 'Start a new run.' })
    return { ok: true as const }
  })
