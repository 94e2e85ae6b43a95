// Which names an account may have: a script writes them where a function's name could stand.
import { CallFailure } from '../../../src/contract/errors.ts'
import { type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { ACCOUNT } from '../../../src/contract/names.ts'

/** An account beside the one that is being named. */
interface Sibling {
  name: string
}

/**
 * Checks a new name of an account.
 *
 * @param siblings the user's other accounts of the same integration
 * @param isDefault whether the account is, or becomes, the default of the integration
 * @throws CallFailure `invalid_argument` when it is no name, `name_taken` when it means something else
 */
export function checkAccountName(
  integration: IntegrationDefinition,
  name: string,
  siblings: readonly Sibling[],
  isDefault: boolean,
): void {
  if (!ACCOUNT.test(name)) {
    throw new CallFailure('invalid_argument', 'This cannot be the name of an account.', {
      hint: 'Use at most 32 lower-case letters, digits and _, beginning with a letter.',
    })
  }
  if (name === 'demo') throw taken('"demo" always means the demo vendor.')
  if (name === 'default' && !isDefault) {
    throw taken('"default" always means the default account, and another account is that.')
  }
  if (functionNames(integration).has(name)) throw taken(`"${name}" is a function of ${integration.name} in Lua.`)
  if (siblings.some((sibling) => sibling.name === name)) {
    throw taken(`You already have an account named "${name}" for ${integration.name}.`)
  }
}

function taken(message: string): CallFailure {
  return new CallFailure('name_taken', message)
}

/** Everything that may follow `app.integrations.<namespace>.` and is no account. */
function functionNames(integration: IntegrationDefinition): Set<string> {
  const namespaces = integration.namespaces.map((name) => name.replaceAll('-', '_'))
  const names = integration.functions.flatMap((fn) => [
    fn.name,
    ...fn.aliases,
    ...namespaces.map((namespace) => `${namespace}_${fn.name}`),
  ])
  return new Set([...namespaces, ...names])
}
