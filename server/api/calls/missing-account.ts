// The error of a call that has no account to go on with. In Live nothing falls back to Demo.
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'

/** @param account as the script named it; null for the default */
export function missingAccount({ name, slug }: IntegrationDefinition, account: string | null): CallFailure {
  const which = account === null ? 'no account' : `no account named "${account}"`
  return new CallFailure('no_account', `You have ${which} for ${name} (${slug}).`, {
    hint: `Connect ${name} at /accounts/, or name an account that is connected.`,
  })
}
