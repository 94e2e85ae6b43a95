// Checks of a whole definition that the schema of the file cannot express.
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { compiles } from '../contract/json-schema.ts'
import { LUA_KEYWORDS } from '../contract/names.ts'
import { checkArguments } from '../vendor/arguments.ts'
import { checkFunction } from './check-functions.ts'
import { checkServers } from './check-servers.ts'
import { findForbidden } from './guide.ts'
import { type Finding } from './problem.ts'

/** Yields everything that does not fit together in one definition. */
export function* checkDefinition(definition: IntegrationDefinition): Generator<Finding> {
  for (const [index, namespace] of definition.namespaces.entries()) {
    if (LUA_KEYWORDS.includes(namespace))
      yield { path: ['namespaces', index], reason: `"${namespace}" is a word of Lua` }
  }
  yield* checkServers(definition)
  yield* checkCredentials(definition)
  for (const [index, fn] of definition.functions.entries()) {
    for (const { path, reason } of checkFunction(definition, fn)) yield { path: ['functions', index, ...path], reason }
  }
  yield* checkText(definition, [])
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
      if (field.looksLike !== undefined && (!compiles(field.looksLike) || matchesEmpty(field.looksLike))) {
        yield { path: [...fieldPath, 'looksLike'], reason: 'is no regular expression, or matches an empty text' }
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
    } else {
      const reason = refuseArguments(test, group.test.arguments)
      if (reason) yield { path: [...path, 'test', 'arguments'], reason }
    }
  }
}

/** Why a function would not take these arguments, or null. */
function refuseArguments(fn: FunctionDefinition, given: Record<string, string>): string | null {
  try {
    checkArguments(fn, JSON.stringify(given))
    return null
  } catch (error) {
    if (error instanceof CallFailure) return error.message
    throw error
  }
}

function matchesEmpty(pattern: string): boolean {
  return new RegExp(pattern, 'u').test('')
}

function* checkText(value: unknown, path: PropertyKey[]): Generator<Finding> {
  const isText = typeof value === 'string' && !['matches', 'pattern', 'looksLike'].includes(String(path.at(-1)))
  const forbidden = isText ? findForbidden(value) : null
  if (forbidden) yield { path, reason: forbidden }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* checkText(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
