// Hides secrets that a vendor puts into its replies, as the tokens of a database.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { MOST } from '../contract/limits.ts'
import { isTooDeep } from './depth.ts'
import { formatJson, isObject, parseJson, type Value } from '../contract/value.ts'

/** Stands where a secret was. */
export const HIDDEN = '‹hidden›'

/** Replaces the values of the definition's `hidden` keys, at any depth. */
export function hideSecrets(integration: IntegrationDefinition, value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => hideSecrets(integration, item))
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([key, field]): [string, Value] => [
    key,
    integration.hidden.includes(key) && field !== null ? HIDDEN : hideSecrets(integration, field),
  ])
  return Object.fromEntries(fields)
}

/**
 * The body of a reply as people may see it. A body that is no JSON, or holds none of the keys, stays as it is;
 * one that is nested too deeply to be searched is not shown at all.
 */
export function hideReplySecrets(integration: IntegrationDefinition, body: string): string {
  if (!integration.hidden.some((key) => body.includes(key) || body.includes('\\u'))) return body
  try {
    const value = parseJson(body)
    return isTooDeep(value, MOST.depth) ? HIDDEN : formatJson(hideSecrets(integration, value))
  } catch (error) {
    return error instanceof SyntaxError ? body : HIDDEN
  }
}
