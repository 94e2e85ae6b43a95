// Field values on their way into the vault.
import { CallFailure } from '../../../src/contract/errors.ts'
import { ensureUserKey } from '../../db/queries/fields.ts'
import { Secret } from '../../vault/secret.ts'
import { type SignedInContext } from '../context.ts'

/** Seals values for one account of the signed-in user; the user's data key is made on first use. */
export async function sealFields(
  ctx: SignedInContext,
  place: { integration: string; account: string },
  values: Record<string, string>,
): Promise<Record<string, Buffer>> {
  const user = ctx.user.id
  const key = await ensureUserKey(ctx.db, user, () => ctx.vault.newUserKey(user))
  const sealed = Object.entries(values).map(([field, value]): [string, Buffer] => [
    field,
    ctx.vault.sealField(key, { user, ...place }, field, new Secret(value)),
  ])
  return Object.fromEntries(sealed)
}

/** @throws CallFailure `forbidden` where credentials would cross a network in the clear */
export function requireSafeTransport({ settings }: SignedInContext): void {
  if (settings.credentials.allowed) return
  throw new CallFailure('forbidden', 'This server takes no credentials: they would cross the network in the clear.', {
    hint: `${settings.credentials.reason}.`,
  })
}
