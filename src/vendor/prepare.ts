// Arguments as Lua can write them, made into what the schema means: Lua has one empty table, and nil instead of null.
import { type JsonSchema, type TypeName } from '../contract/json-schema.ts'
import { isObject, type Value } from '../contract/value.ts'

/**
 * Fills defaults, drops null where the schema knows no null, and makes an empty table a list where the
 * schema wants a list. Everything else stays as it was, to be judged by the validation.
 */
export function prepareValue(schema: JsonSchema, value: Value): Value {
  const shape = chooseOption(schema, value)
  if (shape.type === 'array') {
    if (isEmptyObject(value)) return []
    return Array.isArray(value) ? value.map((item) => prepareValue(shape.items ?? {}, item)) : value
  }
  return shape.type === 'object' && isObject(value) ? prepareFields(shape, value) : value
}

function prepareFields(schema: JsonSchema, value: Record<string, Value>): Value {
  const declared = schema.properties ?? {}
  const fields: [string, Value][] = []
  for (const [key, field] of Object.entries(value)) {
    const property = Object.hasOwn(declared, key) ? declared[key] : undefined
    if (property && field === null && !property.nullable) continue
    const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
    const inner = property ?? rest
    fields.push([key, inner ? prepareValue(inner, field) : field])
  }
  for (const [key, property] of Object.entries(declared)) {
    const isGiven = fields.some(([name]) => name === key)
    if (!isGiven && property.default !== undefined) fields.push([key, property.default])
  }
  return Object.fromEntries(fields)
}

/** The alternative of an `anyOf` that fits the kind of value, or the schema itself. */
export function chooseOption(schema: JsonSchema, value: Value): JsonSchema {
  if (!schema.anyOf) return schema
  const fits = (types: readonly TypeName[]) =>
    schema.anyOf!.find((option) => option.type && types.includes(option.type))
  const option = fits(listTypes(value)) ?? (isEmptyObject(value) ? fits(['array']) : undefined)
  return option ?? schema
}

function listTypes(value: Value): readonly TypeName[] {
  if (Array.isArray(value)) return ['array']
  if (value === null) return []
  switch (typeof value) {
    case 'bigint':
      return ['integer', 'number']
    case 'number':
      return Number.isInteger(value) ? ['integer', 'number'] : ['number']
    case 'string':
      return ['string']
    case 'boolean':
      return ['boolean']
    default:
      return ['object']
  }
}

function isEmptyObject(value: Value): boolean {
  return isObject(value) && !Object.keys(value).length
}
