// accounts.remove: an account goes with its fields and permissions; the oldest of the others becomes the default.
import { z } from 'zod'
import { lockAccounts, removeAccount, setDefaultAccount } from '../../db/queries/accounts.ts'
import { signedIn } from '../trpc.ts'
import { Id } from './account.ts'
import { missingAccount, requireAccount } from './require-account.ts'

export const accountsRemove = signedIn
  .input(z.object({ id: Id }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { integration } = await requireAccount(ctx, input.id)
    await ctx.db.transaction(async (tx) => {
      const all = await lockAccounts(tx, ctx.user.id, integration)
      const removed = all.find((row) => row.id === input.id)
      if (!removed) throw missingAccount()
      await removeAccount(tx, ctx.user.id, input.id)
      const heir = all.find((row) => row.id !== input.id)
      if (removed.isDefault && heir) await setDefaultAccount(tx, ctx.user.id, integration, heir.id)
    })
    return { ok: true as const }
  })
