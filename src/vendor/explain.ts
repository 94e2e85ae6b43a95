// What is wrong with an argument, in a sentence that says what to write instead.
import { type JsonSchema } from '../contract/json-schema.ts'
import { nearestName } from '../contract/names.ts'
import { isObject, type Value } from '../contract/value.ts'
import { type z } from '../contract/zod.ts'

const FORMATS: Record<string, string> = {
  email: 'must be an e-mail address',
  url: 'must be a URL',
  datetime: 'must be a time like 2026-01-31T12:00:00Z',
  date: 'must be a date like 2026-01-31',
}

/** Sentences for one issue of the validation; `schema` and `value` are those of the whole arguments. */
export function explainIssue(issue: z.core.$ZodIssue, schema: JsonSchema, value: Value): string[] {
  const name = `\`${formatPath(issue.path)}\``
  const found = issue.path.reduce<Value | undefined>(step, value)
  if (found === undefined) return [`${name} is missing`]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknown(issue.path, key, findSchema(schema, issue.path)))
    case 'invalid_type':
      // Of text where an integer is meant, zod says that it is no number.
      return [
        `${name} must be ${nameType(findSchema(schema, issue.path)?.type ?? issue.expected)}, not ${nameValue(found)}`,
      ]
    case 'invalid_union': {
      const meant = issue.errors.filter((issues) => !issues.some((inner) => isWrongKind(inner, found)))
      if (meant.length !== 1) return [`${name} must be ${joinTypes(issue.errors)}, not ${nameValue(found)}`]
      return meant[0]!.flatMap((inner) =>
        explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value),
      )
    }
    case 'invalid_value':
      return [`${name} ${explainChoice(issue.values.map(String), found)}`]
    case 'too_small':
      return [`${name} ${explainBound(issue.origin, 'at least', Number(issue.minimum))}`]
    case 'too_big':
      return [`${name} ${explainBound(issue.origin, 'at most', Number(issue.maximum))}`]
    case 'invalid_format':
      return [`${name} ${FORMATS[issue.format] ?? `must match ${issue.pattern ?? issue.format}`}`]
    default:
      return [`${name}: ${issue.message}`]
  }
}

/** Writes a path as Lua counts: `tasks[1].name` is the first task. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part + 1}]`
    return text ? `${text}.${String(part)}` : String(part)
  }, '')
}

function explainUnknown(path: readonly PropertyKey[], key: string, schema: JsonSchema | undefined): string {
  const near = nearestName(key, Object.keys(schema?.properties ?? {}))
  const full = (last: string) => `\`${formatPath([...path, last])}\``
  const kind = path.length ? 'field' : 'argument'
  return `unknown ${kind} ${full(key)}${near ? `, did you mean ${full(near)}?` : ''}`
}

function explainChoice(choices: readonly string[], found: Value | undefined): string {
  const near = typeof found === 'string' ? nearestName(found, choices) : undefined
  return `must be ${listChoices(choices)}${near ? `, did you mean "${near}"?` : ''}`
}

/** More choices than this are for the page, not for one line. */
const MOST_CHOICES = 12

function listChoices(choices: readonly string[]): string {
  if (choices.length > MOST_CHOICES) return `one of the ${choices.length} values that the page lists`
  const list = choices.map((choice) => `"${choice}"`).join(', ')
  return choices.length > 1 ? `one of ${list}` : list
}

function explainBound(origin: string, side: 'at least' | 'at most', limit: number): string {
  // Integers beyond 53 bits pass when they are exact; a float of that size has lost its last digits.
  if (Math.abs(limit) === Number.MAX_SAFE_INTEGER) return 'must be an exact integer of 64 bits'
  if (origin === 'string') {
    return side === 'at least' && limit === 1 ? 'must not be empty' : `must have ${side} ${limit} characters`
  }
  if (origin === 'array')
    return side === 'at least' && limit === 1 ? 'must not be empty' : `must have ${side} ${limit} items`
  return `must be ${side} ${limit}`
}

/** Whether an alternative is for another kind of value: then what else is wrong with it tells nothing. */
function isWrongKind({ code, path }: z.core.$ZodIssue, found: Value | undefined): boolean {
  // Of a table where a choice of texts is meant, zod says only that it is none of them.
  const isTableForText = code === 'invalid_value' && typeof found === 'object'
  return !path.length && (code === 'invalid_type' || code === 'invalid_union' || isTableForText)
}

function joinTypes(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const types = branches.flatMap((issues) => {
    const issue = issues.find(({ path }) => !path.length)
    return issue?.code === 'invalid_type' ? [nameType(issue.expected)] : []
  })
  return types.length ? [...new Set(types)].join(' or ') : 'one of the forms that the page describes'
}

function nameType(type: string): string {
  const names: Record<string, string> = {
    int: 'an integer',
    integer: 'an integer',
    array: 'a list',
    object: 'a table',
    record: 'a table',
  }
  return names[type] ?? `a ${type}`
}

function nameValue(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isInteger(value) ? `the number ${value}` : `${value}`
  if (typeof value === 'boolean') return String(value)
  return { string: 'a string', bigint: 'an integer' }[typeof value as string] ?? 'a table'
}

function step(value: Value | undefined, part: PropertyKey): Value | undefined {
  if (Array.isArray(value)) return value[Number(part)]
  return isObject(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined
}

function findSchema(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((node, part) => {
    const options = node?.anyOf ?? (node ? [node] : [])
    if (typeof part === 'number') return options.find(({ items }) => items)?.items
    const named = options.find(({ properties }) => properties && Object.hasOwn(properties, part))
    if (named) return named.properties![String(part)]
    const others = options.map(({ additionalProperties }) => additionalProperties)
    return others.find((other) => typeof other === 'object')
  }, schema)
}
