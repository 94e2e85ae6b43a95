// Drives one wire case through request building and reply reading, without a network.
import { type IntegrationDefinition } from '../../src/contract/definition.ts'
import { CallFailure } from '../../src/contract/errors.ts'
import { type Auth, type VendorRequest } from '../../src/contract/http.ts'
import { formatJson, isObject, parseJson, type Value } from '../../src/contract/value.ts'
import { checkArguments } from '../../src/vendor/arguments.ts'
import { planCall } from '../../src/vendor/plan.ts'
import { type WireCase, type WireStep, type WireTable } from './wire-case.ts'

/** A request in the form in which a case says it. */
export type WireRequest = Omit<WireStep, 'reply' | 'server'> & {
  /** Names in lower case, without Authorization and what only the connection needs. */
  headers: Record<string, string>
}

/** What a case came to, in the form in which the case says it. */
export interface WireResult {
  requests: WireRequest[]
  outcome: WireCase['outcome']
}

/** Makes the call of a case with a definition. Throws what is no failure of a call. */
export function runWire(definition: IntegrationDefinition, table: WireTable, wire: WireCase): WireResult {
  const requests: WireRequest[] = []
  try {
    const value = answerSteps(definition, table, wire, requests)
    return { requests, outcome: { value: formatJson(dropNil(value)) } }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    return { requests, outcome: { code: error.error.code, message: error.error.message } }
  }
}

function answerSteps(
  definition: IntegrationDefinition,
  { settings, secrets }: WireTable,
  wire: WireCase,
  requests: WireRequest[],
): Value {
  const fn = definition.functions.find(({ name }) => name === wire.function)!
  const plan = planCall(definition, fn, checkArguments(fn, wire.arguments), settings)
  let next = plan.next()
  for (const step of wire.steps) {
    if (next.done) throw new Error(`only ${requests.length} requests were made`)
    const base = findBase(definition, settings, step)
    requests.push(showRequest(next.value, base, secrets))
    next = plan.next({ headers: {}, ...step.reply })
  }
  if (!next.done) throw new Error(`one request too many: ${next.value.method} ${next.value.url}`)
  return next.value
}

/** Base URL of the server of a step. */
function findBase(definition: IntegrationDefinition, settings: Record<string, string>, { server }: WireStep): string {
  const { url } = definition.servers[server ?? Object.keys(definition.servers)[0]!]!
  return typeof url === 'string' ? url : settings[url.field]!
}

function showRequest(request: VendorRequest, base: string, secrets: Record<string, string>): WireRequest {
  if (!request.url.startsWith(`${base}/`)) throw new Error(`${request.url} is not below ${base}`)
  return {
    method: request.method,
    path: request.url.slice(base.length),
    authorization: readAuthorization(request.auth, secrets),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, text]) => [name.toLowerCase(), text])),
    body: request.body,
  }
}

function readAuthorization(auth: Auth | null, secrets: Record<string, string>): string {
  if (!auth) return ''
  if (auth.kind === 'bearer') return `${auth.prefix ?? 'Bearer'} ${secrets[auth.field]}`
  return `Basic ${Buffer.from(`${secrets[auth.username]}:${secrets[auth.password]}`).toString('base64')}`
}

/** Drops null fields, which are nil in Lua. */
function dropNil(value: Value): Value {
  if (Array.isArray(value)) return value.map(dropNil)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(kept.map(([key, field]) => [key, dropNil(field)]))
}

/** Whether a case holds with a definition, whatever goes wrong. */
export function holds(definition: IntegrationDefinition, table: WireTable, wire: WireCase): boolean {
  try {
    return JSON.stringify(sortResult(runWire(definition, table, wire))) === JSON.stringify(expectedResult(table, wire))
  } catch {
    return false
  }
}

/** What a case says that it comes to, comparable with {@link sortResult}. */
export function expectedResult({ headers }: WireTable, { steps, outcome }: WireCase): WireResult {
  const requests = steps.map((step) => ({
    ...step,
    headers: {
      accept: 'application/json',
      ...(step.body !== null && { 'content-type': 'application/json' }),
      ...headers,
    },
  }))
  return sortResult({ requests, outcome })
}

/** A result with nothing but what is compared, and the fields of its value in one order. */
export function sortResult({ requests, outcome }: WireResult): WireResult {
  return {
    requests: requests.map(({ method, path, authorization, headers, body }) => ({
      method,
      path,
      authorization,
      headers: sortKeys(headers) as Record<string, string>,
      body,
    })),
    outcome: 'value' in outcome ? { value: formatJson(sortKeys(parseJson(outcome.value))) } : outcome,
  }
}

function sortKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key]!)]),
  )
}
