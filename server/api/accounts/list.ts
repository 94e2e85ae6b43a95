// accounts.list: the accounts of the user, by integration and name.
import { z } from 'zod'
import { listAccounts } from '../../db/queries/accounts.ts'
import { signedIn } from '../trpc.ts'
import { Account, viewAccount } from './account.ts'

export const accountsList = signedIn.output(z.array(Account)).query(async ({ ctx }) => {
  const rows = await listAccounts(ctx.db, ctx.user.id)
  return rows.map((row) => viewAccount(ctx.catalog, row))
})
