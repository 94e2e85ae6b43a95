// Validators as `convex/schema.ts` and system functions declare them, in the JSON form in which Convex keeps them.
// Source: `ValidatorJson` in crates/common/src/schemas/json.rs, `Display` in crates/common/src/schemas/validator.rs.
import { type Value } from '../../contract/value.ts'

export type Validator =
  | { type: 'null' | 'number' | 'bigint' | 'boolean' | 'string' | 'bytes' | 'any' }
  | { type: 'id'; tableName: string }
  | { type: 'literal'; value: string | number | boolean }
  | { type: 'array'; value: Validator }
  | { type: 'object'; value: Record<string, FieldValidator> }
  | { type: 'union'; value: Validator[] }

export interface FieldValidator {
  fieldType: Validator
  optional: boolean
}

/** Builders with the vendor's names, so that a schema reads as its own source does. */
export const v = {
  null: (): Validator => ({ type: 'null' }),
  number: (): Validator => ({ type: 'number' }),
  int64: (): Validator => ({ type: 'bigint' }),
  boolean: (): Validator => ({ type: 'boolean' }),
  string: (): Validator => ({ type: 'string' }),
  bytes: (): Validator => ({ type: 'bytes' }),
  any: (): Validator => ({ type: 'any' }),
  id: (tableName: string): Validator => ({ type: 'id', tableName }),
  literal: (value: string | number | boolean): Validator => ({ type: 'literal', value }),
  array: (value: Validator): Validator => ({ type: 'array', value }),
  union: (...value: Validator[]): Validator => ({ type: 'union', value }),
  optional: (fieldType: Validator): FieldValidator => ({ fieldType, optional: true }),
  object: (fields: Record<string, Validator | FieldValidator>): Validator => ({
    type: 'object',
    value: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        'type' in field ? { fieldType: field, optional: false } : field,
      ]),
    ),
  }),
}

const NAMES: Record<string, string> = { number: 'float64', bigint: 'int64' }

/** The validator as error messages write it: `v.object({name: v.string()})`. */
export function displayValidator(validator: Validator): string {
  switch (validator.type) {
    case 'id':
      return `v.id("${validator.tableName}")`
    case 'literal':
      return `v.literal(${displayLiteral(validator.value)})`
    case 'array':
      return `v.array(${displayValidator(validator.value)})`
    case 'union':
      return `v.union(${validator.value.map(displayValidator).join(', ')})`
    case 'object':
      return `v.object({${Object.entries(validator.value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { fieldType, optional }]) => `${name}: ${displayField(displayValidator(fieldType), optional)}`)
        .join(', ')}})`
    default:
      return `v.${NAMES[validator.type] ?? validator.type}()`
  }
}

/** Rust writes a float with a dot, whole or not. */
export function displayLiteral(value: Value): string {
  return typeof value === 'number' && Number.isInteger(value) ? value.toFixed(1) : JSON.stringify(value)
}

function displayField(text: string, optional: boolean): string {
  return optional ? `v.optional(${text})` : text
}
