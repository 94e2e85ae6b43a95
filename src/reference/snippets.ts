// Lua and shell snippets that follow from a definition alone.
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { type JsonSchema } from '../contract/json-schema.ts'

/** `app.integrations.upstash`, with the hyphens of a namespace as Lua can write them. */
export function namespaceOf({ namespaces }: Pick<IntegrationDefinition, 'namespaces'>): string {
  return `app.integrations.${namespaces[0]!.replaceAll('-', '_')}`
}

/** `app.integrations.upstash.get_key`. */
export function luaPath(integration: Pick<IntegrationDefinition, 'namespaces'>, fn: { name: string }): string {
  return `${namespaceOf(integration)}.${fn.name}`
}

/** `upstash.upstash_get_key`: the name with its prefix, which always resolves too. */
export function fullName({ namespaces }: Pick<IntegrationDefinition, 'namespaces'>, fn: { name: string }): string {
  const namespace = namespaces[0]!.replaceAll('-', '_')
  return `${namespace}.${namespace}_${fn.name}`
}

/** A function to show calls with: one that reads and needs no arguments, else one that reads, else the first. */
export function showcase({ functions }: Pick<IntegrationDefinition, 'functions'>): FunctionDefinition {
  const reads = functions.filter(({ effect }) => effect === 'read')
  return reads.find(({ input }) => !input.required?.length) ?? reads[0] ?? functions[0]!
}

/** The required arguments with sample values: `key = "user:1234:session"`, one per item. */
export function sampleArguments({ input }: Pick<FunctionDefinition, 'input'>): string[] {
  return (input.required ?? []).map((name) => `${name} = ${sampleValue(name, input.properties?.[name] ?? {})}`)
}

function sampleValue(name: string, schema: JsonSchema): string {
  const sample = schema.examples?.[0] ?? schema.const ?? schema.enum?.[0] ?? schema.default
  if (sample !== undefined) return JSON.stringify(sample)
  if (schema.type === 'integer' || schema.type === 'number') return String(schema.minimum ?? 1)
  if (schema.type === 'boolean') return 'true'
  if (schema.type === 'array' || schema.type === 'object') return '{}'
  return JSON.stringify(`example_${name}`)
}

/** A call on one line: `get_key({ key = "user:1234:session" })`. */
export function inlineCall(path: string, fn: Pick<FunctionDefinition, 'input'>): string {
  const given = sampleArguments(fn)
  return given.length ? `${path}({ ${given.join(', ')} })` : `${path}({})`
}

/** The workflow file of the original pages: a call whose result is dumped. */
export function workflowFile(integration: IntegrationDefinition): string {
  const local = namespaceOf(integration).split('.').at(-1)!
  const fn = showcase(integration)
  return `local ${local} = ${namespaceOf(integration)}\nlocal result = ${inlineCall(`${local}.${fn.name}`, fn)}\n\ndump(result)\n`
}

/** The same call on the default account, the explicit default and two named ones. */
export function accountCalls(integration: IntegrationDefinition): string {
  const fn = showcase(integration)
  const call = (account: string): string => inlineCall(`${namespaceOf(integration)}${account}.${fn.name}`, fn)
  return `-- Default account (always works)
print(${call('')})

-- Explicit default (portable across setups)
print(${call('.default')})

-- Named accounts
print(${call('.production')})
print(${call('.staging')})
`
}

/** The first function, called by its full name as the original pages derive it. */
export function metadataExample(integration: IntegrationDefinition): string {
  const fn = integration.functions[0]!
  const given = sampleArguments(fn)
  const args = given.length ? `{\n${given.map((line) => `  ${line},\n`).join('')}}` : '{}'
  return `local result = app.integrations.${fullName(integration, fn)}(${args})\nprint(result)\n`
}

/** Lua as one shell word in single quotes. */
export function quoteShell(lua: string): string {
  return `'${lua.replaceAll("'", `'\\''`)}'`
}
