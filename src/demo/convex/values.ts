// Values of Convex in their two JSON forms: the encoded one, which keeps every type, and the clean one, which is easier to read.
// Source: crates/value/src/json/mod.rs and crates/value/src/export.rs of get-convex/convex-backend.
import { isObject, type Value } from '../../contract/value.ts'
import { decodeDouble, decodeInteger } from './numbers.ts'

/** What is wrong with a value, in the vendor's words. */
export class ValueError extends Error {}

/**
 * Reads JSON as Convex does, from whichever form: numbers are 64-bit floats, `{"$integer": base64}` an integer, `{"$bytes": base64}` bytes.
 * The value comes back in the encoded form.
 *
 * @throws ValueError
 */
export function readValue(json: Value): Value {
  if (typeof json === 'bigint') return Number(json)
  if (Array.isArray(json)) {
    if (json.length > 8192) throw new ValueError(`Array length is too long (${json.length} > maximum length 8192)`)
    return json.map(readValue)
  }
  if (!isObject(json)) return json
  const entries = Object.entries(json)
  if (entries.length > 1024) {
    throw new ValueError(`Object has too many fields (${entries.length} > maximum number 1024)`)
  }
  const special = entries.length === 1 ? readSpecial(entries[0]![0], entries[0]![1]) : null
  if (special) return special
  return Object.fromEntries(entries.map(([name, value]) => [readFieldName(name), readValue(value)]))
}

function readSpecial(key: string, value: Value): Value {
  if (key !== '$integer' && key !== '$bytes' && key !== '$float') return null
  if (typeof value !== 'string') throw new ValueError(`invalid type: ${nameType(value)}, expected a string`)
  if (key === '$integer' && decodeInteger(value) === null) throw new ValueError(`Invalid integer ${value}`)
  if (key === '$float') {
    const number = decodeDouble(value)
    if (number === null) throw new ValueError(`Invalid float ${value}`)
    if (Number.isFinite(number) && !Object.is(number, -0))
      throw new ValueError(`Float64 ${number} should be encoded as a number`)
  }
  return { [key]: value }
}

function readFieldName(name: string): string {
  if (name.startsWith('$')) throw new ValueError(`Field name ${name} starts with '$', which is reserved.`)
  const wrong = Array.from(name).find((character) => !/[ -~]/.test(character))
  if (wrong !== undefined) {
    throw new ValueError(
      `Field name ${name} has invalid character '${wrong}': Field names can only contain non-control ASCII characters`,
    )
  }
  if (name.length > 1024) throw new ValueError(`Field name is too long (${name.length} > maximum 1024)`)
  return name
}

/** The clean form of an encoded value, `format: "json"`: integers, bytes and what is no number become text. */
export function cleanValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(cleanValue)
  if (!isObject(value)) return value
  const { $integer, $float, $bytes } = value
  if (typeof $integer === 'string') return String(decodeInteger($integer))
  if (typeof $bytes === 'string') return $bytes
  if (typeof $float === 'string') {
    const number = decodeDouble($float)!
    return Number.isFinite(number) ? number : String(number)
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, cleanValue(field)]))
}

/** Convex's name of a value's type, as validators and shapes use it. */
export function typeOf(
  value: Value,
): 'null' | 'boolean' | 'number' | 'string' | 'array' | 'bigint' | 'bytes' | 'object' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (!isObject(value)) return typeof value as 'boolean' | 'number' | 'string'
  if (typeof value['$integer'] === 'string') return 'bigint'
  if (typeof value['$bytes'] === 'string') return 'bytes'
  return typeof value['$float'] === 'string' ? 'number' : 'object'
}

/** The value as error messages write it: `{name: "Ada", age: 36.0}`. */
export function displayValue(value: Value): string {
  switch (typeOf(value)) {
    case 'array':
      return `[${(value as Value[]).map(displayValue).join(', ')}]`
    case 'object':
      return `{${Object.entries(value as object)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, field]) => `${name}: ${displayValue(field as Value)}`)
        .join(', ')}}`
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) ? value.toFixed(1) : String(cleanValue(value))
    case 'bigint':
      return String(cleanValue(value))
    case 'bytes':
      return JSON.stringify(cleanValue(value))
    default:
      return JSON.stringify(value)
  }
}

function nameType(value: Value): string {
  return value === null ? 'null' : Array.isArray(value) ? 'sequence' : isObject(value) ? 'map' : typeof value
}

/** Whether two encoded values are the same, whatever the order of their fields. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return JSON.stringify(sortFields(a)) === JSON.stringify(sortFields(b))
}

function sortFields(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortFields)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sortFields(value[name]!)]),
  )
}
