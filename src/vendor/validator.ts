// Turns a schema of a definition into a validator of zod. One validator on every side: page, server, command line.
import { type JsonSchema } from '../contract/json-schema.ts'
import { isObject, type Value } from '../contract/value.ts'
import * as z from '../contract/zod.ts'

const validators = new WeakMap<JsonSchema, z.ZodType>()

/** The validator of a schema; made once per schema. */
export function findValidator(schema: JsonSchema): z.ZodType {
  let validator = validators.get(schema)
  if (!validator) {
    // `nullable` is a word of OpenAPI 3.0, which zod understands.
    validator = z.fromJSONSchema(closeObjects(schema) as z.core.JSONSchema.JSONSchema, { defaultTarget: 'openapi-3.0' })
    validators.set(schema, validator)
  }
  return validator
}

/** Says of every object whether it takes other keys; plain JSON Schema would take them. */
function closeObjects(schema: JsonSchema): object {
  const { properties, items, anyOf, additionalProperties, freeform, ...rest } = schema
  delete rest.vendorDefault
  const others = typeof additionalProperties === 'object' ? closeObjects(additionalProperties) : additionalProperties
  const isObjectSchema = schema.type === 'object'
  const close = (entry: [string, JsonSchema]) => [entry[0], closeObjects(entry[1])]
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(close)) }),
    ...(items && { items: closeObjects(items) }),
    ...(anyOf && { anyOf: anyOf.map(closeObjects) }),
    ...(isObjectSchema && { additionalProperties: others ?? freeform !== undefined }),
  }
}

/**
 * What the validator is shown instead of a value: `bigint` stands as the nearest integer that zod accepts,
 * so that 64-bit integers pass as integers.
 */
export function showValue(value: Value): unknown {
  if (typeof value === 'bigint') return value > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER
  if (Array.isArray(value)) return value.map(showValue)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, showValue(field)]))
}
