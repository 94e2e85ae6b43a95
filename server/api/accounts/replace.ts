// accounts.replace: new values for some fields of an account; a field that is left empty keeps its value.
import { z } from 'zod'
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
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
    const definition = requireIntegration(ctx, integration)
    const isPrivate = (hostAndPort: string) => ctx.settings.privateHosts.includes(hostAndPort)
    checkAddressChange(definition, fields, input.fields)
    const values = parseFields(definition, input.fields, fields, isPrivate)
    const sealed = await sealFields(ctx, { integration, account: id }, values)
    await ctx.db.transaction((tx) => writeFields(tx, ctx.user.id, id, sealed, ctx.clock()))
    return viewAccount(ctx.catalog, await requireAccount(ctx, id))
  })

/**
 * With a new address the secrets of its group must be entered again: otherwise whoever
 * holds a session for a minute could have a stored secret sent to a host of their own.
 */
function checkAddressChange(definition: IntegrationDefinition, stored: string[], given: Record<string, string>): void {
  const isGiven = (field: { key: string }) => Boolean(given[field.key]?.trim())
  for (const { fields, title } of definition.credentials) {
    if (!fields.some((field) => field.type === 'url' && isGiven(field))) continue
    const missing = fields.find((field) => field.type === 'secret' && stored.includes(field.key) && !isGiven(field))
    if (!missing) continue
    const message = `${title}: a new address needs ${missing.label} (${missing.key}) again.`
    throw new CallFailure('missing_credentials', message, { hint: missing.help })
  }
}
