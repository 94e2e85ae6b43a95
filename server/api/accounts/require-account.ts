// The account that a procedure was asked about, and the integration it belongs to.
import { CallFailure } from '../../../src/contract/errors.ts'
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type AccountRow, findAccount } from '../../db/queries/accounts.ts'
import { type SignedInContext } from '../context.ts'

/**
 * Finds an account of the signed-in user.
 *
 * @throws CallFailure `not_found`, the same for an id of someone else and for one that never was
 */
export async function requireAccount(ctx: SignedInContext, id: string): Promise<AccountRow> {
  const row = await findAccount(ctx.db, ctx.user.id, id)
  if (!row) throw missingAccount()
  return row
}

export function missingAccount(): CallFailure {
  return new CallFailure('not_found', 'You have no such account.', {
    hint: 'Reload the page: it may have been removed.',
  })
}

/** @throws CallFailure `unknown_integration` when this server has no definition of that name */
export function requireIntegration(ctx: SignedInContext, slug: string): IntegrationDefinition {
  const known = Object.hasOwn(ctx.catalog.integrations, slug) ? ctx.catalog.integrations[slug] : undefined
  if (!known) throw new CallFailure('unknown_integration', 'This server knows no such integration.')
  return known
}
