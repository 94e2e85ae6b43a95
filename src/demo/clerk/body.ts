// Reading a JSON body: known fields, types, formats; everything that is wrong is said at once, as Clerk says it.
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { ClerkRefusal, parameterProblems as problems, type Problem, refuse } from './problem.ts'
import { type Fields } from './state.ts'

export interface Field {
  type: 'string' | 'boolean' | 'integer' | 'object' | 'array'
  /** Whether null counts as a value of its own; elsewhere it has the wrong type. */
  nullable?: boolean
  required?: boolean
  format?: 'email' | 'phone' | 'url' | 'time'
  choices?: readonly string[]
  min?: number
  max?: number
  maxLength?: number
}

/** The body that a route takes. */
export interface Form {
  fields: Record<string, Field>
  /** Whether fields beside these are refused. */
  strict: boolean
  /** Whether the body is a list of such objects, one to ten; a route finds it under `items`. */
  isList?: boolean
}

/** Most entries of a body that is a list. */
const LIST_SIZE = 10

const PATTERNS = {
  email: /^[^\s@<>"(),;:\\]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/,
  phone: /^\+[1-9]\d{6,14}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
}

/** @throws ClerkRefusal 400 for what is no JSON object, 422 for fields that are not as the form has them */
export function readBody(text: string | null, form: Form): Fields {
  const value = parseBody(text)
  if (!form.isList) {
    if (isObject(value)) return checkBody(value, form)
  } else if (Array.isArray(value) && value.length && value.every(isObject)) {
    if (value.length > LIST_SIZE) {
      const long = `Parameters exceed the maximum allowed bulk processing size of ${LIST_SIZE}.`
      throw refuse(400, 'bulk_size_exceeded', 'bulk size exceeded', long)
    }
    return { items: value.map((item) => checkBody(item, form)) }
  }
  throw refuseBody()
}

function refuseBody(): ClerkRefusal {
  const long = 'The request body is invalid. Please consult the API documentation for more information.'
  return refuse(400, 'request_body_invalid', 'Request body invalid', long)
}

function checkBody(body: Fields, { fields, strict }: Form): Fields {
  const found: Problem[] = []
  for (const name of Object.keys(body)) {
    const field = Object.hasOwn(fields, name) ? fields[name]! : null
    if (field) found.push(...checkField(name, field, body[name]!))
    else if (strict) found.push(problems.unknown(name))
  }
  for (const [name, { required }] of Object.entries(fields)) {
    if (required && isMissing(body, name)) found.push(problems.missing(name))
  }
  if (found.length) throw new ClerkRefusal(422, ...found)
  return body
}

function isMissing(body: Fields, name: string): boolean {
  return !Object.hasOwn(body, name) || body[name] === ''
}

function parseBody(text: string | null): Value {
  if (!text?.trim()) return {}
  try {
    return parseJson(text)
  } catch {
    throw refuseBody()
  }
}

function checkField(name: string, field: Field, value: Value): Problem[] {
  if (value === null) return field.nullable ? [] : [problems.wrongType(name, field.type)]
  if (!hasType(field.type, value)) return [problems.wrongType(name, field.type)]
  if (Array.isArray(value)) return (value as string[]).flatMap((item) => checkText(name, field, item))
  if (typeof value === 'string') return checkText(name, field, value)
  if (typeof value === 'number' && (value < (field.min ?? -Infinity) || value > (field.max ?? Infinity))) {
    return [problems.invalid(name)]
  }
  return []
}

function hasType(type: Field['type'], value: Value): boolean {
  if (type === 'array') return Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  return typeof value === type
}

function checkText(name: string, { format, choices, maxLength }: Field, text: string): Problem[] {
  if (choices && !choices.includes(text)) return [problems.wrongValue(name, text)]
  if (maxLength !== undefined && [...text].length > maxLength) return [problems.tooLong(name, maxLength)]
  if (format === 'email' && !PATTERNS.email.test(text)) {
    return [problems.wrongFormat(name, `${name} must be a valid email address.`)]
  }
  if (format === 'phone' && !PATTERNS.phone.test(text)) {
    const long = `${name} must be a valid phone number according to E.164 international standard.`
    return [problems.wrongFormat(name, long)]
  }
  if (format === 'url' && !(URL.canParse(text) && /^[a-z][a-z0-9+.-]*:\/\//i.test(text))) {
    return [problems.wrongFormat(name, `${name} must be a valid url.`)]
  }
  if (format === 'time' && !(PATTERNS.time.test(text) && Number.isFinite(Date.parse(text)))) {
    return [problems.wrongTime(name)]
  }
  return []
}
