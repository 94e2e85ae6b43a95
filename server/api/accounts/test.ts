// accounts.test: a real read call for each half of an account that is filled in.
import { z } from 'zod'
import { CallError, CallFailure } from '../../../src/contract/errors.ts'
import { beginTest } from '../../db/queries/test-account.ts'
import { openAccount } from '../calls/open-account.ts'
import { signedIn } from '../trpc.ts'
import { Id } from './account.ts'
import { missingAccount, requireIntegration } from './require-account.ts'
import { testGroup } from './test-group.ts'

const Half = z.object({
  /** Key of the credential group. */
  group: z.string(),
  ok: z.boolean(),
  error: CallError.nullable(),
})

export const accountsTest = signedIn
  .input(z.object({ id: Id }))
  .output(z.array(Half))
  .mutation(async ({ ctx, input }) => {
    const account = await beginTest(ctx.pool, ctx.user.id, input.id, ctx.clock())
    if (!account) throw missingAccount()
    const { callsPerMinute } = ctx.settings.limits
    if (account.callsThisMinute > callsPerMinute) {
      throw new CallFailure('rate_limited', `More than ${callsPerMinute} calls in one minute.`)
    }
    const integration = requireIntegration(ctx, account.integration)
    const opened = openAccount(ctx.vault, ctx.user.id, integration, account)
    const isFilled = (field: { key: string; required: boolean }) =>
      !field.required || Object.hasOwn(opened.secrets, field.key)
    const halves: z.infer<typeof Half>[] = []
    // One after the other: two refusals at once could look like an attack to the vendor.
    for (const group of integration.credentials.filter(({ fields }) => fields.every(isFilled))) {
      const error = await testGroup(ctx, integration, group, account, opened)
      halves.push({ group: group.key, ok: error === null, error })
    }
    return halves
  })
