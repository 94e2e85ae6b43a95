// Whether an account holds the half that a function needs, found out before anyone is asked for consent.
import { type FunctionDefinition, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { requiredGroup } from '../../../src/vendor/resolve.ts'

/**
 * @param account its name, and its sealed fields by key
 * @throws CallFailure `missing_credentials` naming the field
 */
export function requireGroup(
  integration: IntegrationDefinition,
  fn: FunctionDefinition,
  account: { name: string; fields: Record<string, unknown> },
): void {
  const key = requiredGroup(integration, fn)
  const group = integration.credentials.find((candidate) => candidate.key === key)
  const missing = group?.fields.find((field) => field.required && !Object.hasOwn(account.fields, field.key))
  if (!group || !missing) return
  const message = `The account "${account.name}" has no ${missing.label} (${missing.key}), which ${fn.name} needs.`
  throw new CallFailure('missing_credentials', message, {
    hint: `Fill in "${group.title}" of the account at /accounts/.`,
  })
}
