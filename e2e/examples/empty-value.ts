// The value of an account that holds nothing: what a function answers there, made from its output schema alone.
import { type JsonSchema } from '../../src/contract/json-schema.ts'
import { type Value } from '../../src/contract/value.ts'

/** No items, no optional fields, null where it may be; numbers are 0, and texts empty. */
export function emptyValue(schema: JsonSchema): Value {
  if (schema.nullable) return null
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]!
  // An object also passes where a list may come: it has no items either.
  if (schema.anyOf) return emptyValue(schema.anyOf.find(({ type }) => type === 'object') ?? schema.anyOf[0]!)
  if (schema.type === 'array') return []
  if (schema.type === 'object') {
    const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
    return Object.fromEntries(required.map(([name, field]) => [name, emptyValue(field)]))
  }
  if (schema.type === 'boolean') return false
  return schema.type === 'string' ? '' : 0
}
