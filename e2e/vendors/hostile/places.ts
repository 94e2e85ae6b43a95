// Every place where a value of a script enters a function: its arguments, and all that lies inside them.
import { type FunctionDefinition } from '../../../src/contract/definition.ts'
import { type JsonSchema } from '../../../src/contract/json-schema.ts'
import { isObject, type Value } from '../../../src/contract/value.ts'

/** Keys; 0 stands for the last item of a list. */
export type Path = (string | number)[]

/** A value, or the name of a key that the script chooses. */
export interface Place {
  kind: 'value' | 'key'
  path: Path
  schema: JsonSchema
}

/** How deep arguments are looked into; deeper than any definition nests what it declares. */
const DEPTH = 5

/** All places of a function, in the order of its parameters. */
export function listPlaces({ input }: FunctionDefinition): Place[] {
  return Object.entries(input.properties ?? {}).flatMap(([name, schema]) => walk(schema, [name]))
}

function walk(schema: JsonSchema, path: Path): Place[] {
  if (path.length > DEPTH) return []
  if (schema.anyOf) {
    return [{ kind: 'value', path, schema }, ...schema.anyOf.flatMap((option) => inside(option, path))]
  }
  return [{ kind: 'value', path, schema }, ...inside(schema, path)]
}

function inside(schema: JsonSchema, path: Path): Place[] {
  if (schema.items) return walk(schema.items, [...path, 0])
  if (schema.type !== 'object') return []
  const declared = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => walk(inner, [...path, name]))
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  const anything: JsonSchema = { type: 'object', freeform: 'Anything goes here.' }
  const open = rest ?? (schema.freeform ? anything : null)
  if (!open) return declared
  const key: Path = [...path, FREE_KEY]
  return [
    ...declared,
    { kind: 'key', path: key, schema: open },
    ...(rest ? walk(rest, key) : [{ kind: 'value' as const, path: key, schema: open }]),
  ]
}

/** The key under which a place of an open object lies. */
export const FREE_KEY = 'free_key'

/** A value that its author would take for an ordinary one. `turn` gives a second one that differs, where there is any. */
export function makePlausible(schema: JsonSchema, turn = 0): Value {
  const options = [
    ...(schema.examples ?? []),
    ...(schema.enum ?? []),
    ...(schema.default === undefined ? [] : [schema.default]),
  ]
  if (schema.const !== undefined) return schema.const
  if (schema.enum?.length) return schema.enum[turn % schema.enum.length]!
  if (schema.anyOf) return makePlausible(schema.anyOf[0]!, turn)
  switch (schema.type) {
    case 'boolean':
      return turn % 2 === 0
    case 'integer':
    case 'number':
      return Math.min((schema.minimum ?? 1) + turn, schema.maximum ?? Infinity)
    case 'array':
      return [makePlausible(schema.items!, turn)]
    case 'object':
      return makeObject(schema, turn)
    default:
      return options.length > turn ? options[turn]! : makeText(schema, turn)
  }
}

function makeObject(schema: JsonSchema, turn: number): Value {
  const fields = (schema.required ?? []).map((name): [string, Value] => [
    name,
    makePlausible(schema.properties![name]!, turn),
  ])
  if (!fields.length && (schema.freeform ?? typeof schema.additionalProperties === 'object')) {
    const rest =
      typeof schema.additionalProperties === 'object' ? schema.additionalProperties : { type: 'string' as const }
    return { [FREE_KEY]: makePlausible(rest, turn) }
  }
  return Object.fromEntries(fields)
}

/** Texts for formats; for a pattern, one of a few that fits, or none of them where it fits nothing. */
function makeText({ format, pattern, minLength = 0, maxLength = Infinity }: JsonSchema, turn: number): string {
  const byFormat = {
    'date-time': `2026-01-0${turn + 1}T12:00:00Z`,
    date: `2026-01-0${turn + 1}`,
    email: `plain${turn}@example.com`,
    uri: `https://example.com/plain${turn}`,
  }
  const candidates = [
    ...(format ? [byFormat[format]] : []),
    `plain${turn}`,
    `/plain${turn}`,
    `plain${turn}@example.com`,
    `https://example.com/plain${turn}`,
    `{"plain":${turn}}`,
    `org:plain${'ab'[turn]}`,
    `+1202555010${turn}`,
    `2026-01-0${turn + 1}T12:00:00Z`,
    `${turn + 1} * * * *`,
    turn ? '-created_at' : 'created_at',
  ].map((text) => text.padEnd(minLength, 'x'))
  const expression = pattern === undefined ? null : new RegExp(pattern, 'u')
  return candidates.find((text) => text.length <= maxLength && (!expression || expression.test(text))) ?? ''
}

/** Arguments with a value at a place; what lies on the way is made as the schema wants it. */
export function putAt(input: JsonSchema, args: Value, path: Path, value: Value): Value {
  const [step, ...rest] = path
  if (step === undefined) return value
  const inner = innerSchema(input, step)
  if (typeof step === 'number') {
    const list = Array.isArray(args) && args.length ? args : [makePlausible(inner)]
    return list.with(-1, putAt(inner, list.at(-1)!, rest, value))
  }
  const fields = isObject(args) ? args : (makePlausible(objectOption(input)) as { [key: string]: Value })
  const own = Object.hasOwn(fields, step) ? fields[step]! : makePlausible(inner)
  return { ...fields, [step]: putAt(inner, own, rest, value) }
}

function objectOption(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type === 'object') ?? schema
}

function innerSchema(schema: JsonSchema, step: string | number): JsonSchema {
  if (typeof step === 'number') return (schema.anyOf?.find(({ items }) => items) ?? schema).items!
  const object =
    schema.anyOf?.find(({ properties, type }) => properties && Object.hasOwn(properties, step) && type === 'object') ??
    objectOption(schema)
  const declared = object.properties && Object.hasOwn(object.properties, step) ? object.properties[step] : undefined
  const rest = typeof object.additionalProperties === 'object' ? object.additionalProperties : undefined
  return declared ?? rest ?? { type: 'string' }
}

/** What lies at a path, or undefined. */
export function readAt(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((node, step) => {
    if (typeof node !== 'object' || node === null) return undefined
    if (Array.isArray(node)) return typeof step === 'number' ? node.at(-1) : undefined
    return Object.hasOwn(node, step) ? (node as Record<string | number, Value>)[step] : undefined
  }, value)
}
