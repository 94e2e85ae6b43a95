// Every way to change the definition of one function that its wire cases must notice.
import {
  type FunctionDefinition,
  type IntegrationDefinition,
  type ServerBinding,
} from '../../src/contract/definition.ts'
import { type JsonSchema } from '../../src/contract/json-schema.ts'
import { type Value } from '../../src/contract/value.ts'
import { listAlterations } from './alterations.ts'

export interface Change {
  function: string
  what: string
  definition: IntegrationDefinition
}

/**
 * One at a time: method, path, server, credential, every parameter and its default, every header, every name and value
 * of query and body, every name and pointer of the result, the handler.
 */
export function listChanges(definition: IntegrationDefinition): Change[] {
  return definition.functions.flatMap((fn) => {
    const alter = (what: string, changed: Partial<FunctionDefinition>, servers = definition.servers): Change => ({
      function: fn.name,
      what,
      definition: {
        ...definition,
        servers,
        functions: definition.functions.map((other) => (other === fn ? { ...fn, ...changed } : other)),
      },
    })
    const { input, request, result } = fn
    const inputs = Object.entries(input.properties ?? {})
    return [
      ...inputs.map(([key]) => alter(`parameter ${key}`, renameArgument(fn, key))),
      ...inputs
        .filter(([, { default: usual }]) => usual !== undefined)
        .map(([key, schema]) => alter(`default of ${key}`, { input: changeDefault(input, key, schema) })),
      ...listAlterations(result as Value | undefined).map(([at, changed]) =>
        alter(`result${at}`, { result: changed as NonNullable<typeof result> }),
      ),
      ...(fn.handler ? [alter('handler', { handler: undefined })] : []),
      ...(request ? listRequestChanges(definition.servers, request, alter) : []),
    ]
  })
}

type Alter = (what: string, changed: Partial<FunctionDefinition>, servers?: Record<string, ServerBinding>) => Change
type Binding = NonNullable<FunctionDefinition['request']>

function listRequestChanges(servers: Record<string, ServerBinding>, request: Binding, alter: Alter): Change[] {
  const others = Object.keys(servers).filter((server) => server !== request.server)
  const strange = { ...servers, strange: changeAuth(servers[request.server]!) }
  return [
    alter('method', { request: { ...request, method: request.method === 'GET' ? 'POST' : 'GET' } }),
    alter('path', { request: { ...request, path: `${request.path}x` } }),
    ...others.map((server) => alter(`server ${server}`, { request: { ...request, server } })),
    alter('credential', { request: { ...request, server: 'strange' } }, strange),
    ...Object.keys(request.headers).map((name) => {
      const headers = Object.fromEntries(Object.entries(request.headers).filter(([other]) => other !== name))
      return alter(`header ${name}`, { request: { ...request, headers } })
    }),
    ...listAlterations(request.query).map(([at, query]) =>
      alter(`query${at}`, { request: { ...request, query: query as Binding['query'] } }),
    ),
    ...listAlterations(request.body as Value | undefined).map(([at, body]) =>
      alter(`body${at}`, { request: { ...request, body: body as NonNullable<Binding['body']> } }),
    ),
  ]
}

/** The same credential under another word, or user and password the wrong way round. */
function changeAuth(server: ServerBinding): ServerBinding {
  const { auth } = server
  if ('basic' in auth) return { ...server, auth: { basic: [auth.basic[1], auth.basic[0]] } }
  return { ...server, auth: { ...auth, prefix: `${auth.prefix ?? 'Bearer'}x` } }
}

function changeDefault(input: JsonSchema, key: string, schema: JsonSchema): JsonSchema {
  const [other] = listAlterations(schema.default)
  const changed = { ...schema, enum: undefined, default: other![1] as NonNullable<JsonSchema['default']> }
  return { ...input, properties: { ...input.properties, [key]: changed } }
}

function renameKey<Field>(fields: Record<string, Field>, key: string): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === key ? `${key}_x` : name, value]))
}

/** Renames an argument everywhere in a function, as a consistent edit of the file would. */
function renameArgument({ input, request, result }: FunctionDefinition, key: string): Partial<FunctionDefinition> {
  const rename = (name: string) => (name === key ? `${key}_x` : name)
  const text = JSON.stringify({ request, result })
    .replaceAll(`"$arg":"${key}"`, `"$arg":"${key}_x"`)
    .replaceAll(`"$list":"${key}"`, `"$list":"${key}_x"`)
    .replaceAll(`"$join":"${key}"`, `"$join":"${key}_x"`)
    .replaceAll(`"$when":"${key}"`, `"$when":"${key}_x"`)
    .replaceAll(`{${key}}`, `{${key}_x}`)
  return {
    ...(JSON.parse(text) as Partial<FunctionDefinition>),
    input: {
      ...input,
      properties: renameKey(input.properties ?? {}, key),
      ...(input.required && { required: input.required.map(rename) }),
    },
  }
}
