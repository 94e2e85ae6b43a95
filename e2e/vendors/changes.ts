// Every way to change the definition of one function that its wire cases must notice.
import { type FunctionDefinition, type IntegrationDefinition } from '../../src/contract/definition.ts'
import { isObject, type Value } from '../../src/contract/value.ts'

export interface Change {
  function: string
  what: string
  definition: IntegrationDefinition
}

/** Method, path, server, every parameter, every query name and every field of the body, one at a time. */
export function listChanges(definition: IntegrationDefinition): Change[] {
  return definition.functions.flatMap((fn) => {
    const alter = (what: string, changed: Partial<FunctionDefinition>): Change => ({
      function: fn.name,
      what,
      definition: {
        ...definition,
        functions: definition.functions.map((other) => (other === fn ? { ...fn, ...changed } : other)),
      },
    })
    const { request } = fn
    const others = Object.keys(definition.servers).filter((server) => server !== request?.server)
    return [
      ...Object.keys(fn.input.properties ?? {}).map((key) => alter(`parameter ${key}`, renameArgument(fn, key))),
      ...(request
        ? [
            alter('method', { request: { ...request, method: request.method === 'GET' ? 'POST' : 'GET' } }),
            alter('path', { request: { ...request, path: `${request.path}x` } }),
            ...others.map((server) => alter(`server ${server}`, { request: { ...request, server } })),
            ...Object.keys(request.query).map((key) =>
              alter(`query ${key}`, { request: { ...request, query: renameKey(request.query, key) } }),
            ),
            ...listBodyKeys(request.body as Value | undefined).map((key) =>
              alter(`body ${key}`, {
                request: { ...request, body: renameKey(request.body as Record<string, never>, key) },
              }),
            ),
          ]
        : []),
    ]
  })
}

function listBodyKeys(body: Value | undefined): string[] {
  return isObject(body) ? Object.keys(body).filter((key) => !key.startsWith('$')) : []
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
