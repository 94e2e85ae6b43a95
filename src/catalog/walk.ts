// Walks through shapes and schemas of a definition, for the checks.
import { type Shape } from '../contract/binding.ts'
import { type JsonSchema } from '../contract/json-schema.ts'

const VERBS = ['$arg', '$list', '$join', '$when', '$reply', '$count', '$each', '$last'] as const

export interface Verb {
  kind: (typeof VERBS)[number]
  name: string
  path: PropertyKey[]
}

/** Every verb of a shape, with its path below `path`. */
export function* walkShape(shape: Shape | undefined, path: PropertyKey[]): Generator<Verb> {
  if (typeof shape !== 'object' || shape === null) return
  if (Array.isArray(shape)) {
    for (const [index, item] of shape.entries()) yield* walkShape(item, [...path, index])
    return
  }
  for (const [key, value] of Object.entries(shape)) {
    const kind = VERBS.find((verb) => verb === key)
    if (kind) {
      yield { kind, name: String(value), path: [...path, key] }
    } else if (key !== '$pick') {
      yield* walkShape(value as Shape, [...path, key])
    }
  }
}

/** Every node of a schema, itself first, with its path below `path`. */
export function* walkSchema(
  schema: JsonSchema,
  path: PropertyKey[],
): Generator<{ schema: JsonSchema; path: PropertyKey[] }> {
  yield { schema, path }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield* walkSchema(property, [...path, 'properties', key])
  }
  if (schema.items) yield* walkSchema(schema.items, [...path, 'items'])
  if (typeof schema.additionalProperties === 'object') {
    yield* walkSchema(schema.additionalProperties, [...path, 'additionalProperties'])
  }
  for (const [index, option] of (schema.anyOf ?? []).entries()) yield* walkSchema(option, [...path, 'anyOf', index])
}

/** The schema of what a JSON Pointer leads to, through declared properties only. */
export function findSchema(schema: JsonSchema, pointer: string): JsonSchema | undefined {
  const names = pointer.split('/').slice(1)
  return names.reduce<JsonSchema | undefined>((node, name) => node?.properties?.[name], schema)
}

/** Names of the arguments in a path template, in order: `/users/{id}` gives `['id']`. */
export function readPathNames(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]*)\}/g), (match) => match[1]!)
}
