// approvals.decide: the user's answer to a question that a call of theirs raised.
import { z } from 'zod'
import { ApprovalDecision } from '../../../src/contract/call.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { decideApproval } from '../../db/queries/decide-approval.ts'
import { Id } from '../accounts/account.ts'
import { identified } from '../trpc.ts'

export const approvalsDecide = identified
  .input(z.object({ approval: Id, decision: ApprovalDecision }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const decided = await decideApproval(
      ctx.db,
      ctx.user.id,
      ctx.token?.id ?? null,
      input.approval,
      input.decision,
      ctx.clock(),
    )
    if (!decided) {
      throw new CallFailure('not_found', 'No such question is open: it was answered, has expired or never was.', {
        hint: 'Run again; the call asks again.',
      })
    }
    return { ok: true as const }
  })
