// An argument that names fields: a Lua table, or the text of a JSON object.
import { CallFailure } from '../../contract/errors.ts'
import { LIMITS } from '../../contract/limits.ts'
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { isTooDeep } from '../depth.ts'

/**
 * The fields of an argument.
 *
 * @param name of the argument, for errors
 * @throws CallFailure `invalid_argument` for text that is no JSON object, and for integers that Convex would round
 */
export function readFields(name: string, given: Value | undefined): Record<string, Value> {
  const value = typeof given === 'string' ? parseText(name, given) : given
  if (!isObject(value)) throw refuse(`\`${name}\` must be a table of fields, or a JSON object as text`)
  if (isTooDeep(value)) throw refuse(`\`${name}\` is nested deeper than ${LIMITS.depth} levels`)
  const large = findLarge(value, name)
  if (large) {
    throw refuse(`\`${large}\` is an integer that a number of Convex cannot hold exactly`, {
      hint: 'Numbers of Convex are 64-bit floats; store it as text, or as { ["$integer"] = … } in a field of v.int64().',
    })
  }
  return value
}

function parseText(name: string, text: string): Value {
  try {
    return parseJson(text)
  } catch {
    throw refuse(`\`${name}\` is text that is no JSON`, {
      hint: `Write a table, as ${name} = { status = "active" }, or JSON as text: '{"status": "active"}'.`,
    })
  }
}

/** Path of the first integer beyond 53 bits, which JSON would carry and Convex would round; null where there is none. */
function findLarge(value: Value, path: string): string | null {
  if (typeof value === 'bigint') return path
  const entries = Array.isArray(value)
    ? value.map((item, index): [string, Value] => [`${path}[${index + 1}]`, item])
    : isObject(value)
      ? Object.entries(value).map(([key, field]): [string, Value] => [`${path}.${key}`, field])
      : []
  for (const [place, inner] of entries) {
    const found = findLarge(inner, place)
    if (found !== null) return found
  }
  return null
}

function refuse(message: string, details: { hint?: string } = {}): CallFailure {
  return new CallFailure('invalid_argument', message, details)
}
