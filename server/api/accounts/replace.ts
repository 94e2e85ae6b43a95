// accounts.replace: new values for some fields of an account; a field that is left empty keeps its value.
import { z } from 'zod'
import { writeFields } from '../../db/queries/fields.ts'
import { signedIn } from '../trpc.ts'
import { Account, FieldValues, Id, viewAccount } from './account.ts'
import { parseFields } from './parse-fields.ts'
import { requireAccount, requireIntegration } from './require-account.ts'
import { requireSafeTransport, sealFields } from './seal-fields.ts'

export const accountsReplace = signedIn
  .input(z.object({ id: Id, fields: FieldValues }))
  .output(Account)
  .mutation(async ({ ctx, input }) => {
    requireSafeTransport(ctx)
    const { id, integration, fields } = await requireAccount(ctx, input.id)
    const isPrivate = (hostAndPort: string) => ctx.settings.privateHosts.includes(hostAndPort)
    const values = parseFields(requireIntegration(ctx, integration), input.fields, fields, isPrivate)
    const sealed = await sealFields(ctx, { integration, account: id }, values)
    await ctx.db.transaction((tx) => writeFields(tx, ctx.user.id, id, sealed, ctx.clock()))
    return viewAccount(ctx.catalog, await requireAccount(ctx, id))
  })
