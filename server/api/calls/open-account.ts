// The credentials of an account, opened for one call.
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type AccountState } from '../../db/queries/begin-call.ts'
import { type Secret } from '../../vault/secret.ts'
import { type Vault } from '../../vault/vault.ts'

export interface OpenedAccount {
  /** Values of all fields that are filled in. */
  secrets: Record<string, Secret>
  /** Plain values of the `url` fields: what requests are built with. */
  settings: Record<string, string>
}

/** @throws VaultFailure when a field was not sealed for exactly this place */
export function openAccount(
  vault: Vault,
  user: string,
  integration: IntegrationDefinition,
  account: AccountState,
): OpenedAccount {
  if (account.keyId === null || account.wrappedKey === null) return { secrets: {}, settings: {} }
  const key = { id: account.keyId, wrapped: Buffer.from(account.wrappedKey, 'base64') }
  const sealed = Object.fromEntries(
    Object.entries(account.fields).map(([name, text]) => [name, Buffer.from(text, 'base64')]),
  )
  const place = { user, integration: integration.slug, account: account.id }
  const secrets = vault.openFields(key, place, sealed)
  const urls = integration.credentials
    .flatMap((group) => group.fields)
    .filter((field) => field.type === 'url' && Object.hasOwn(secrets, field.key))
  return { secrets, settings: Object.fromEntries(urls.map(({ key }) => [key, secrets[key]!.reveal()])) }
}
