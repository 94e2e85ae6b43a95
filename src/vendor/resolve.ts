// Which integration and function a call means, and which credentials it needs.
import { type Call } from '../contract/call.ts'
import { type Catalog } from '../contract/catalog.ts'
import { type FunctionDefinition, type IntegrationDefinition, type ServerBinding } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { nearestName } from '../contract/names.ts'

export interface Resolved {
  integration: IntegrationDefinition
  fn: FunctionDefinition
}

/**
 * Finds the definition that a call names. Names must be the canonical ones: whoever decides about a call
 * (permissions, grants, the log) then knows each function by one name only.
 *
 * @throws CallFailure `unknown_integration` or `unknown_function`, with the nearest name
 */
export function resolveCall(catalog: Catalog, call: Pick<Call, 'integration' | 'function'>): Resolved {
  const slugs = Object.keys(catalog.integrations)
  const integration = slugs.includes(call.integration) ? catalog.integrations[call.integration] : undefined
  if (!integration) {
    throw new CallFailure('unknown_integration', `There is no integration ${quote(call.integration, slugs)}`)
  }
  const fn = integration.functions.find(({ name }) => name === call.function)
  if (fn) return { integration, fn }
  const names = integration.functions.map(({ name }) => name)
  throw new CallFailure('unknown_function', `${integration.name} has no function ${quote(call.function, names)}`)
}

function quote(wrong: string, known: readonly string[]): string {
  const near = nearestName(wrong, known)
  return `\`${wrong}\`${near ? `, did you mean \`${near}\`?` : ''}`
}

/** The server that a function speaks to: that of its request, or the only one there is. */
export function findServer({ integration, fn }: Resolved): ServerBinding {
  return integration.servers[fn.request?.server ?? Object.keys(integration.servers)[0]!]!
}

/** Key of the credential group that an account needs for this function. */
export function requiredGroup(integration: IntegrationDefinition, fn: FunctionDefinition): string {
  return findServer({ integration, fn }).credentials
}
