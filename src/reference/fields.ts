// Arguments and results as the reference lists them: a name, a quiet type, what is needed, what is the default.
import { type JsonSchema } from '../contract/json-schema.ts'

export interface Field {
  name: string
  type: string
  required: boolean
  /** Lua text of the default, ours or the vendor's; undefined where there is none. */
  default: string | undefined
  /** Markdown. */
  description: string | undefined
  /** Fields of an object, or of the objects in a list. */
  fields: Field[]
  /** The function whose result describes the fields; they are not listed again. See `listResults`. */
  alike?: string
}

/**
 * The fields of an object schema, in the order of the definition; of its items where it is a list; of every
 * alternative, each name once, where it has several.
 */
export function listFields(schema: JsonSchema): Field[] {
  if (schema.anyOf) {
    const fields = schema.anyOf.flatMap(listFields)
    return fields.filter(({ name }, index) => fields.findIndex((other) => other.name === name) === index)
  }
  const object = schema.type === 'array' ? (schema.items ?? {}) : schema
  return Object.entries(object.properties ?? {}).map(([name, field]) => ({
    name,
    type: describeType(field),
    required: object.required?.includes(name) ?? false,
    default: showDefault(field),
    description: field.description,
    fields: listFields(field),
  }))
}

function showDefault(field: JsonSchema): string | undefined {
  const value = field.default ?? field.vendorDefault
  return value === undefined ? undefined : JSON.stringify(value)
}

const PLURALS: Record<string, string> = {
  string: 'strings',
  integer: 'integers',
  number: 'numbers',
  boolean: 'booleans',
  array: 'lists',
  object: 'objects',
}

/**
 * A type in words, with the bounds that matter to the caller.
 *
 * @example describeType({ type: 'integer', minimum: 1 }) // 'integer ≥ 1'
 */
export function describeType(schema: JsonSchema): string {
  const words = describeBare(schema)
  return schema.nullable ? `${words} or nil` : words
}

function describeBare(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(describeType))].join(' or ')
  if (schema.type === 'array') return `list of ${describeItems(schema.items ?? {})}${describeBounds(schema)}`
  return `${schema.type ?? 'any'}${describeBounds(schema)}`
}

function describeItems(items: JsonSchema): string {
  if (items.enum || items.const !== undefined || items.anyOf) return describeBare(items)
  return items.type ? PLURALS[items.type]! : 'values'
}

function describeBounds(schema: JsonSchema): string {
  const least = schema.minimum ?? schema.minItems
  const most = schema.maximum ?? schema.maxItems
  if (least !== undefined && most !== undefined) return ` ${least.toString()} to ${most.toString()}`
  if (least !== undefined) return ` ≥ ${least.toString()}`
  if (most !== undefined) return ` ≤ ${most.toString()}`
  if (schema.maxLength !== undefined) return ` of at most ${schema.maxLength.toString()} characters`
  return schema.format ? ` (${schema.format})` : ''
}

/** What a function answers, when it is not simply an object with fields. */
export function describeResult(schema: JsonSchema): string | null {
  if (schema.type === 'object' && !schema.nullable) return null
  return describeType(schema)
}
