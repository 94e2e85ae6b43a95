// Checks of one function that the schema of the file cannot express: its parts must fit each other.
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { IDENTIFIER, LUA_KEYWORDS } from '../contract/names.ts'
import { type JsonSchema } from '../contract/json-schema.ts'
import { checkSchema } from './check-schema.ts'
import { type Finding } from './problem.ts'
import { findSchema, readPathNames, walkSchema, walkShape } from './walk.ts'

/** Headers that belong to the transport or to the authentication of the server. */
const OWN_HEADERS = [
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'transfer-encoding',
]

/** Yields what is wrong with one function; paths are relative to it. */
export function* checkFunction(integration: IntegrationDefinition, fn: FunctionDefinition): Generator<Finding> {
  for (const [at, name] of [
    [['name'], fn.name] as const,
    ...fn.aliases.map((alias, i) => [['aliases', i], alias] as const),
  ]) {
    if (LUA_KEYWORDS.includes(name)) yield { path: [...at], reason: `"${name}" is a word of Lua` }
  }
  yield* checkInput(fn)
  yield* checkSchema(fn.input, ['input'])
  yield* checkOutput(fn)
  yield* checkSchema(fn.output, ['output'])
  if (fn.handler) {
    if (!fn.request && Object.keys(integration.servers).length !== 1) {
      yield { path: ['handler'], reason: 'needs a request that names its server: the integration has several' }
    }
  } else if (!fn.request || fn.result === undefined) {
    yield { path: [], reason: 'needs request and result, or a handler' }
  }
  yield* checkRequest(integration, fn)
  yield* checkResult(fn)
  if (fn.inverse && !integration.functions.some((other) => other.name === fn.inverse)) {
    yield { path: ['inverse'], reason: `"${fn.inverse}" is no function of ${integration.slug}` }
  }
  yield* checkPagination(fn)
}

/** The argument takes what `next` of the result holds, and `items` is a list of it. */
function* checkPagination({ pagination, input, output }: FunctionDefinition): Generator<Finding> {
  if (!pagination) return
  const argument = Object.hasOwn(input.properties ?? {}, pagination.argument) && input.properties![pagination.argument]
  if (!argument) {
    yield { path: ['pagination', 'argument'], reason: `"${pagination.argument}" is no property of input` }
  }
  const next = findSchema(output, pagination.next)
  if (!next) yield { path: ['pagination', 'next'], reason: 'is not declared in output' }
  else if (argument && next.type !== argument.type) {
    yield { path: ['pagination', 'next'], reason: `is no ${argument.type}, as "${pagination.argument}" takes` }
  }
  if (findSchema(output, pagination.items)?.type !== 'array') {
    yield { path: ['pagination', 'items'], reason: 'is no list of output' }
  }
}

function* checkInput(fn: FunctionDefinition): Generator<Finding> {
  if (fn.input.type !== 'object') yield { path: ['input', 'type'], reason: 'must be object' }
  for (const [name, property] of Object.entries(fn.input.properties ?? {})) {
    const path = ['input', 'properties', name]
    if (!IDENTIFIER.test(name)) yield { path, reason: 'must be lower case letters, digits and _' }
    if (LUA_KEYWORDS.includes(name)) yield { path, reason: 'is a word of Lua' }
    if (!property.description) yield { path: [...path, 'description'], reason: 'is missing' }
  }
}

function* checkOutput(fn: FunctionDefinition): Generator<Finding> {
  for (const { schema, path } of walkSchema(fn.output, ['output'])) {
    const fields = Object.keys(schema.properties ?? {}).length
    if (schema.type === 'object' && !fields && !schema.freeform && typeof schema.additionalProperties !== 'object') {
      yield { path, reason: 'a result needs declared properties, or freeform with the reason why it has none' }
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!property.description) yield { path: [...path, 'properties', name, 'description'], reason: 'is missing' }
    }
  }
}

function* checkRequest(integration: IntegrationDefinition, fn: FunctionDefinition): Generator<Finding> {
  const { request } = fn
  if (!request) return
  if (!Object.hasOwn(integration.servers, request.server)) {
    yield { path: ['request', 'server'], reason: `"${request.server}" is not among servers` }
  }
  if (/\{[^{}]*$|^[^{}]*\}/.test(request.path))
    yield { path: ['request', 'path'], reason: 'has a brace without its pair' }
  if (request.path.split('/').some((segment) => segment === '.' || segment === '..')) {
    yield { path: ['request', 'path'], reason: 'must not hold . or .. segments' }
  }
  if (request.method === 'GET' && request.body !== undefined) {
    yield { path: ['request', 'body'], reason: 'a GET request has no body' }
  }
  for (const name of Object.keys(request.headers)) {
    const path = ['request', 'headers', name]
    if (!/^[A-Za-z0-9-]+$/.test(name)) yield { path, reason: 'is no header name' }
    if (OWN_HEADERS.includes(name.toLowerCase())) yield { path, reason: 'is set by the product itself' }
  }
  yield* checkArguments(fn)
}

/** Every argument that a request names is declared, and every declared one is used. A handler makes arguments of its own. */
function* checkArguments(fn: FunctionDefinition): Generator<Finding> {
  const { request } = fn
  if (!request || fn.handler) return
  const properties: Record<string, JsonSchema> = fn.input.properties ?? {}
  const used = new Set<string>()
  for (const name of readPathNames(request.path)) {
    used.add(name)
    if (!Object.hasOwn(properties, name))
      yield { path: ['request', 'path'], reason: `{${name}} is no property of input` }
    else if (!fn.input.required?.includes(name) && properties[name]!.default === undefined) {
      yield { path: ['input', 'required'], reason: `must list "${name}": it is part of the path` }
    }
  }
  for (const part of ['query', 'headers', 'body'] as const) {
    for (const verb of walkShape(request[part], ['request', part])) {
      if (verb.kind === '$arg' || verb.kind === '$list' || verb.kind === '$join') used.add(verb.name)
      else if (verb.kind !== '$when') {
        yield { path: verb.path, reason: 'a request has no reply to read from' }
        continue
      }
      if (!Object.hasOwn(properties, verb.name))
        yield { path: verb.path, reason: `"${verb.name}" is no property of input` }
    }
  }
  for (const name of Object.keys(properties)) {
    if (!used.has(name)) yield { path: ['input', 'properties', name], reason: 'is not sent by request' }
  }
}

/** A result shape with keys of its own has exactly the declared ones. */
function* checkResult(fn: FunctionDefinition): Generator<Finding> {
  for (const verb of walkShape(fn.result, ['result'])) {
    const isArgument = verb.kind === '$arg' || verb.kind === '$list' || verb.kind === '$when'
    if (isArgument && !Object.hasOwn(fn.input.properties ?? {}, verb.name)) {
      yield { path: verb.path, reason: `"${verb.name}" is no property of input` }
    }
  }
  const { result, output } = fn
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return
  const keys = Object.keys(result)
  if (keys.some((key) => key.startsWith('$')) || !output.properties) return
  for (const key of keys) {
    if (!Object.hasOwn(output.properties, key)) yield { path: ['result', key], reason: 'is not declared in output' }
  }
  for (const key of Object.keys(output.properties)) {
    if (!keys.includes(key)) yield { path: ['output', 'properties', key], reason: 'is not made by result' }
  }
}
