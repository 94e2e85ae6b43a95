// Checks the arguments of a call against its definition, before anything is sent.
import { type FunctionDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { LIMITS, type Limits } from '../contract/limits.ts'
import { isObject, parseJson, type Value } from '../contract/value.ts'
import { isTooDeep } from './depth.ts'
import { explainIssue, formatPath } from './explain.ts'
import { type Arguments } from './handler.ts'
import { prepareValue } from './prepare.ts'
import { findValidator, showValue } from './validator.ts'

/**
 * Parses and checks the JSON text of named arguments. Defaults are filled in; integers of 64 bits stay exact.
 *
 * @throws CallFailure `invalid_argument` naming everything that is wrong, or `request_too_large`
 */
export function checkArguments(fn: FunctionDefinition, text: string, limits: Limits = LIMITS): Arguments {
  const given = parseArguments(text, limits)
  const infinite = findInfinite(given, [])
  if (infinite)
    throw new CallFailure('invalid_argument', `\`${formatPath(infinite)}\` is larger than any number can be`)
  const prepared = prepareValue(fn.input, given)
  const result = findValidator(fn.input).safeParse(showValue(prepared))
  const hidden = findHiddenKey(prepared)
  if (result.success && !hidden) return prepared as Arguments
  const problems = (result.error?.issues ?? []).flatMap((issue) => explainIssue(issue, fn.input, prepared))
  if (hidden && result.success) problems.push(`unknown field \`${hidden}\``)
  throw new CallFailure('invalid_argument', [...new Set(problems)].join('; '), { hint: describeArguments(fn) })
}

function parseArguments(text: string, { requestBytes, depth }: Limits): Value {
  if (new TextEncoder().encode(text).length > requestBytes) {
    throw new CallFailure('request_too_large', `The arguments are larger than ${requestBytes / 1024} KiB`)
  }
  const value = readJson(text)
  if (isTooDeep(value, depth)) {
    throw new CallFailure('invalid_argument', `The arguments are nested deeper than ${depth} levels`)
  }
  // An empty Lua table is a list to whoever does not know better.
  if (Array.isArray(value) && !value.length) return {}
  if (isObject(value)) return value
  throw new CallFailure('invalid_argument', 'The arguments must be one table with names')
}

function readJson(text: string): Value {
  try {
    return parseJson(text)
  } catch {
    throw new CallFailure('invalid_argument', 'The arguments are not JSON')
  }
}

/** `__proto__` as a key anywhere: validators overlook it, so it is refused by name. */
function findHiddenKey(value: Value): string | null {
  if (Array.isArray(value)) return value.map(findHiddenKey).find((key) => key !== null) ?? null
  if (!isObject(value)) return null
  if (Object.hasOwn(value, '__proto__')) return '__proto__'
  return (
    Object.values(value)
      .map(findHiddenKey)
      .find((key) => key !== null) ?? null
  )
}

/** The path of a number that JSON can write and nobody can hold, as 1e999: it would be sent as null. */
function findInfinite(value: Value, path: (string | number)[]): (string | number)[] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, inner] of entries) {
    const found = findInfinite(inner, [...path, key])
    if (found) return found
  }
  return null
}

/** One line that says which arguments a function takes: `set_key takes key (string), value (string), ex (integer, optional)`. */
export function describeArguments(fn: FunctionDefinition): string {
  const parts = Object.entries(fn.input.properties ?? {}).map(([name, schema]) => {
    const type = schema.type ?? schema.anyOf?.map((option) => option.type).join(' or ') ?? 'value'
    return `${name} (${type}${fn.input.required?.includes(name) ? '' : ', optional'})`
  })
  return parts.length ? `${fn.name} takes ${parts.join(', ')}.` : `${fn.name} takes no arguments.`
}
