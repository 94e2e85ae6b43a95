// Validators of `convex/schema.ts` as Convex keeps them, written as short types.
// Source: `ValidatorJson` in crates/common/src/schemas/json.rs of get-convex/convex-backend.
import { isObject, type Value } from '../../contract/value.ts'
import { type Field, joinTypes, mergeForms, readName, writeObject } from './field.ts'

const NAMES: Record<string, string> = { bigint: 'int64', float64: 'number', commitTs: 'int64' }

/** The type of a validator, as `array<id<users>>`. What is not known is `any`. */
export function describeValidator(validator: Value | undefined): string {
  if (!isObject(validator)) return 'any'
  const { type, value } = validator
  switch (type) {
    case 'id':
      return `id<${readName(validator['tableName'])}>`
    case 'literal':
      return JSON.stringify(value)
    case 'array':
      return `array<${describeValidator(value)}>`
    case 'record':
      return `record<${describeValidator(validator['keys'])}, ${describeFieldType(validator['values'])}>`
    case 'object':
      return writeObject(readObject(value))
    case 'union':
      return Array.isArray(value) && value.length ? joinTypes(value.map(describeValidator)) : 'any'
    default:
      return typeof type === 'string' ? (NAMES[type] ?? type) : 'any'
  }
}

/** Fields of the documents of a table: an object, a union of objects, or none where anything goes. */
export function listValidatorFields(documentType: Value | undefined): Field[] {
  if (!isObject(documentType)) return []
  const { type, value } = documentType
  if (type === 'object') return mergeForms([readObject(value)])
  if (type !== 'union' || !Array.isArray(value)) return []
  return mergeForms(value.map((form) => (isObject(form) ? readObject(form['value']) : [])))
}

function readObject(fields: Value | undefined): Field[] {
  if (!isObject(fields)) return []
  return Object.entries(fields).map(([name, field]) => ({
    name,
    type: describeFieldType(field),
    optional: isObject(field) && field['optional'] === true,
  }))
}

function describeFieldType(field: Value | undefined): string {
  return describeValidator(isObject(field) ? field['fieldType'] : undefined)
}
