// accounts.connect: a new account. Its values go into the vault and never come out to a browser.
import { nanoid } from 'nanoid'
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { insertAccount, lockAccounts } from '../../db/queries/accounts.ts'
import { writeFields } from '../../db/queries/fields.ts'
import { signedIn } from '../trpc.ts'
import { Account, FieldValues, viewAccount } from './account.ts'
import { checkAccountName } from './account-name.ts'
import { parseFields } from './parse-fields.ts'
import { requireAccount, requireIntegration } from './require-account.ts'
import { requireSafeTransport, sealFields } from './seal-fields.ts'

/** Accounts of one user at one integration. */
const MAX_ACCOUNTS = 50

export const accountsConnect = signedIn
  .input(z.object({ integration: z.string().max(64), name: z.string().max(64), fields: FieldValues }))
  .output(Account)
  .mutation(async ({ ctx, input }) => {
    requireSafeTransport(ctx)
    const definition = requireIntegration(ctx, input.integration)
    const user = ctx.user.id
    const integration = definition.slug
    const isPrivate = (hostAndPort: string) => ctx.settings.privateHosts.includes(hostAndPort)
    const values = parseFields(definition, input.fields, [], isPrivate)
    const id = nanoid()
    const sealed = await sealFields(ctx, { integration, account: id }, values)
    const createdAt = ctx.clock()
    await ctx.db.transaction(async (tx) => {
      const siblings = await lockAccounts(tx, user, integration)
      if (siblings.length >= MAX_ACCOUNTS) {
        throw new CallFailure('forbidden', `You have ${MAX_ACCOUNTS} accounts for ${definition.name} already.`, {
          hint: 'Remove one that is not needed.',
        })
      }
      const isDefault = siblings.length === 0
      checkAccountName(definition, input.name, siblings, isDefault)
      await insertAccount(tx, user, { id, integration, name: input.name, isDefault, createdAt })
      await writeFields(tx, user, id, sealed, createdAt)
    })
    return viewAccount(ctx.catalog, await requireAccount(ctx, id))
  })
