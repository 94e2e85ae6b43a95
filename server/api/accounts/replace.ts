// accounts.replace: new values for some fields of an account; a field that is left empty keeps its value.
import { z } from 'zod'
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
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
    const kept = listKept(definition, fields, input.fields)
    const values = parseFields(definition, input.fields, kept, isPrivate)
    const sealed = await sealFields(ctx, { integration, account: id }, values)
    await ctx.db.transaction((tx) => writeFields(tx, ctx.user.id, id, sealed, ctx.clock()))
    return viewAccount(ctx.catalog, await requireAccount(ctx, id))
  })

/**
 * Fields that keep their values. With a new address the secrets of its group must be entered again: otherwise whoever
 * holds a session for a minute could have a stored secret sent to a host of their own.
 */
function listKept(definition: IntegrationDefinition, stored: string[], given: Record<string, string>): string[] {
  const moved = definition.credentials.filter((group) =>
    group.fields.some((field) => field.type === 'url' && given[field.key]?.trim()),
  )
  const secrets = moved.flatMap((group) => group.fields).filter((field) => field.type === 'secret')
  return stored.filter((key) => !secrets.some((field) => field.key === key))
}
