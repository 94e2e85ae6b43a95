// Checks of a whole definition that the schema of the file cannot express.
import { type IntegrationDefinition, type ServerBinding } from '../contract/definition.ts'
import { checkFunction } from './check-functions.ts'
import { holdsHtml } from './guide.ts'
import { type Finding } from './problem.ts'

/** Yields everything that does not fit together in one definition. */
export function* checkDefinition(definition: IntegrationDefinition): Generator<Finding> {
  yield* checkServers(definition)
  yield* checkCredentials(definition)
  for (const [index, fn] of definition.functions.entries()) {
    for (const { path, reason } of checkFunction(definition, fn)) yield { path: ['functions', index, ...path], reason }
  }
  yield* checkText(definition, [])
}

function* checkServers(definition: IntegrationDefinition): Generator<Finding> {
  const groups = new Map(definition.credentials.map((group) => [group.key, group]))
  for (const [name, server] of Object.entries(definition.servers)) {
    const path = ['servers', name]
    const group = groups.get(server.credentials)
    if (!group) {
      yield { path: [...path, 'credentials'], reason: `"${server.credentials}" is no credential group` }
      continue
    }
    for (const [at, key] of listServerFields(server)) {
      const field = group.fields.find((candidate) => candidate.key === key)
      if (!field) yield { path: [...path, ...at], reason: `"${key}" is no field of the group "${group.key}"` }
      else if (at[0] === 'url' && field.type !== 'url') {
        yield { path: [...path, ...at], reason: `"${key}" must be of type url` }
      }
    }
  }
}

function listServerFields({ url, auth }: ServerBinding): [PropertyKey[], string][] {
  const fields: [PropertyKey[], string][] = typeof url === 'string' ? [] : [[['url', 'field'], url.field]]
  if ('bearer' in auth) return [...fields, [['auth', 'bearer'], auth.bearer]]
  return [...fields, [['auth', 'basic', 0], auth.basic[0]], [['auth', 'basic', 1], auth.basic[1]]]
}

function* checkCredentials(definition: IntegrationDefinition): Generator<Finding> {
  const seen = new Set<string>()
  for (const [index, group] of definition.credentials.entries()) {
    const path = ['credentials', index]
    for (const [at, field] of group.fields.entries()) {
      const fieldPath = [...path, 'fields', at]
      // One account stores all its fields side by side, so a key means one thing.
      if (seen.has(field.key)) yield { path: [...fieldPath, 'key'], reason: `"${field.key}" is used twice` }
      seen.add(field.key)
      if (field.pattern && !compiles(field.pattern.matches)) {
        yield { path: [...fieldPath, 'pattern', 'matches'], reason: 'is no regular expression' }
      }
      if (field.type === 'secret' && field.default !== undefined) {
        yield { path: [...fieldPath, 'default'], reason: 'a secret has no default' }
      }
    }
    const test = definition.functions.find((fn) => fn.name === group.test.function)
    const testPath = [...path, 'test', 'function']
    if (!test) yield { path: testPath, reason: `"${group.test.function}" is no function` }
    else if (test.effect !== 'read') yield { path: testPath, reason: `"${test.name}" must be a read` }
    else if (test.request && definition.servers[test.request.server]?.credentials !== group.key) {
      yield { path: testPath, reason: `"${test.name}" does not use the group "${group.key}"` }
    }
  }
}

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

function* checkText(value: unknown, path: PropertyKey[]): Generator<Finding> {
  if (typeof value === 'string' && path.at(-1) !== 'matches' && path.at(-1) !== 'pattern' && holdsHtml(value)) {
    yield { path, reason: 'must not hold raw HTML' }
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* checkText(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
