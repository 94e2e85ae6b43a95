// Checks a value against a validator, and says what is wrong as Convex does.
// Source: `ValidationError` in crates/common/src/schemas/validator.rs of get-convex/convex-backend.
import { type Value } from '../../contract/value.ts'
import { displayLiteral, displayValidator, type Validator } from './validators.ts'
import { displayValue, equalValues, typeOf } from './values.ts'

/** Whether a text is the id of a document of a table. */
export type KnowsId = (id: string, table: string) => boolean

/** What is wrong with a value, with the path to it; null where it fits. */
export function checkValue(validator: Validator, value: Value, knowsId: KnowsId, path = ''): string | null {
  switch (validator.type) {
    case 'any':
      return null
    case 'id':
      return typeof value === 'string' && knowsId(value, validator.tableName) ? null : noMatch(validator, value, path)
    case 'literal':
      return equalValues(validator.value, value)
        ? null
        : `\`${displayValue(value)}\` does not match literal validator \`v.literal(${displayLiteral(validator.value)})\`.${place(path)}`
    case 'array':
      if (!Array.isArray(value)) return noMatch(validator, value, path)
      return findFirst(value, (item, index) => checkValue(validator.value, item, knowsId, `${path}[${index}]`))
    case 'union':
      return validator.value.some((option) => checkValue(option, value, knowsId) === null)
        ? null
        : noMatch(validator, value, path)
    case 'object':
      return typeOf(value) === 'object'
        ? checkFields(validator, value as Record<string, Value>, knowsId, path)
        : noMatch(validator, value, path)
    default:
      return typeOf(value) === validator.type ? null : noMatch(validator, value, path)
  }
}

type ObjectValidator = Extract<Validator, { type: 'object' }>

function checkFields(
  validator: ObjectValidator,
  value: Record<string, Value>,
  knowsId: KnowsId,
  path: string,
): string | null {
  const fields = Object.entries(validator.value)
  const shown = `\n${place(path)}\nObject: ${displayValue(value)}\nValidator: ${displayValidator(validator)}`
  for (const [name, { fieldType, optional }] of fields) {
    if (Object.hasOwn(value, name)) {
      const problem = checkValue(fieldType, value[name]!, knowsId, `${path}.${name}`)
      if (problem) return problem
    } else if (!optional) {
      return `Object is missing the required field \`${name}\`. Consider wrapping the field validator in \`v.optional(...)\` if this is expected.${shown}`
    }
  }
  const extra = Object.keys(value).find((name) => !Object.hasOwn(validator.value, name))
  return extra === undefined ? null : `Object contains extra field \`${extra}\` that is not in the validator.${shown}`
}

function noMatch(validator: Validator, value: Value, path: string): string {
  return `Value does not match validator.\n${place(path)}\nValue: ${displayValue(value)}\nValidator: ${displayValidator(validator)}`
}

function place(path: string): string {
  return path ? `Path: ${path}` : ''
}

function findFirst(items: readonly Value[], check: (item: Value, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index)
    if (problem) return problem
  }
  return null
}
