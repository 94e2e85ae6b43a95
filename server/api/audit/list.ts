// audit.list: what the user's calls came to, newest first, of all runs or of one.
import { z } from 'zod'
import { Effect } from '../../../src/contract/effect.ts'
import { ErrorCode } from '../../../src/contract/errors.ts'
import { listAudit } from '../../db/queries/list-audit.ts'
import { Id } from '../accounts/account.ts'
import { signedIn } from '../trpc.ts'

const AuditEntry = z.object({
  /** Null for the test of an account. */
  run: z.string().nullable(),
  number: z.number().int(),
  integration: z.string(),
  function: z.string(),
  account: z.string().nullable(),
  effect: Effect,
  /** Null while the call is under way. */
  outcome: z.enum(['ok', ...ErrorCode.options]).nullable(),
  status: z.number().int().nullable(),
  milliseconds: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  at: z.string(),
})

/** More than the longest run makes, approvals included. */
const NEWEST = 250

export const auditList = signedIn
  .input(z.object({ run: Id.optional() }).default({}))
  .output(z.array(AuditEntry))
  .query(async ({ ctx, input }) => {
    const rows = await listAudit(ctx.db, ctx.user.id, input.run ?? null, NEWEST)
    return rows.map(({ at, runId, outcome, ...row }) => ({
      ...row,
      run: runId,
      outcome: outcome as z.infer<typeof AuditEntry>['outcome'],
      at: at.toISOString(),
    }))
  })
