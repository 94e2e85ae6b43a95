// The error of a call that has no account to go on with. In Live nothing falls back to Demo.
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'

/**
 * @param account as the script named it; null for the default
 * @param chosen name of the account that the run was told to use for it; null where it was told none
 */
export function missingAccount(
  { name, slug }: IntegrationDefinition,
  account: string | null,
  chosen: string | null = null,
): CallFailure {
  if (chosen !== null) {
    const asked = account === null ? 'the default account' : `"${account}"`
    return new CallFailure(
      'no_account',
      `You have no account named "${chosen}" for ${name} (${slug}), which this run was to use for ${asked}.`,
      { hint: `Choose another account for ${asked}, or connect one at /accounts/.` },
    )
  }
  const which = account === null ? 'no account' : `no account named "${account}"`
  return new CallFailure('no_account', `You have ${which} for ${name} (${slug}).`, {
    hint: `Connect ${name} at /accounts/, or name an account that is connected.`,
  })
}
