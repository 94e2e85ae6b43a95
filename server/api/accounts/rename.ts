// accounts.rename: another name for an account. Scripts that use the old name stop finding it.
import { z } from 'zod'
import { lockAccounts, renameAccount } from '../../db/queries/accounts.ts'
import { signedIn } from '../trpc.ts'
import { Account, Id, viewAccount } from './account.ts'
import { checkAccountName } from './account-name.ts'
import { requireAccount, requireIntegration } from './require-account.ts'

export const accountsRename = signedIn
  .input(z.object({ id: Id, name: z.string().max(64) }))
  .output(Account)
  .mutation(async ({ ctx, input }) => {
    const { integration } = await requireAccount(ctx, input.id)
    const definition = requireIntegration(ctx, integration)
    await ctx.db.transaction(async (tx) => {
      const all = await lockAccounts(tx, ctx.user.id, integration)
      const isDefault = all.some((row) => row.id === input.id && row.isDefault)
      const siblings = all.filter((row) => row.id !== input.id)
      checkAccountName(definition, input.name, siblings, isDefault)
      await renameAccount(tx, ctx.user.id, input.id, input.name, ctx.clock())
    })
    return viewAccount(ctx.catalog, await requireAccount(ctx, input.id))
  })
