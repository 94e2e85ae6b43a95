// accounts.makeDefault: the account that a call means which names none.
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { lockAccounts, setDefaultAccount } from '../../db/queries/accounts.ts'
import { signedIn } from '../trpc.ts'
import { Account, Id, viewAccount } from './account.ts'
import { missingAccount, requireAccount } from './require-account.ts'

export const accountsMakeDefault = signedIn
  .input(z.object({ id: Id }))
  .output(Account)
  .mutation(async ({ ctx, input }) => {
    const { integration } = await requireAccount(ctx, input.id)
    await ctx.db.transaction(async (tx) => {
      const all = await lockAccounts(tx, ctx.user.id, integration)
      if (!all.some((row) => row.id === input.id)) throw missingAccount()
      if (all.some((row) => row.name === 'default' && row.id !== input.id)) {
        throw new CallFailure('name_taken', 'The account named "default" is the default.', {
          hint: 'Rename that account first.',
        })
      }
      await setDefaultAccount(tx, ctx.user.id, integration, input.id)
    })
    return viewAccount(ctx.catalog, await requireAccount(ctx, input.id))
  })
