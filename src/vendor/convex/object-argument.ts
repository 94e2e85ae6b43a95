// An argument that names fields: a Lua table, or the text of a JSON object.
import { CallFailure } from '../../contract/errors.ts'
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { isTooDeep } from '../depth.ts'
import { findAltered, findRounded } from './altered.ts'

/**
 * The fields of an argument.
 *
 * @param name of the argument, for errors
 * @param depth most lists and objects in each other
 * @throws CallFailure `invalid_argument` for text that is no JSON object, and for values that Convex would get as others
 */
export function readFields(name: string, given: Value | undefined, depth: number): Record<string, Value> {
  const value = typeof given === 'string' ? parseText(name, given) : given
  if (!isObject(value)) throw refuse(`\`${name}\` must be a table of fields, or a JSON object as text`)
  if (isTooDeep(value, depth)) throw refuse(`\`${name}\` is nested deeper than ${depth} levels`)
  const altered = findAltered(value, name) ?? (typeof given === 'string' ? findRounded(given) : undefined)
  if (altered) throw refuse(`\`${altered.place}\` ${altered.says}`, { hint: altered.hint })
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

function refuse(message: string, details: { hint?: string } = {}): CallFailure {
  return new CallFailure('invalid_argument', message, details)
}
