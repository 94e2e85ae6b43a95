// Drives one wire case through request building and reply reading, without a network.
import { type IntegrationDefinition } from '../../src/contract/definition.ts'
import { CallFailure } from '../../src/contract/errors.ts'
import { type Auth, type VendorRequest } from '../../src/contract/http.ts'
import { formatJson, isObject, parseJson, type Value } from '../../src/contract/value.ts'
import { checkArguments } from '../../src/vendor/arguments.ts'
import { planCall } from '../../src/vendor/plan.ts'
import { type WireCase, wireCredentials } from './upstash-wire.ts'

const settings = { redis_url: 'https://wire-test.upstash.io', platform_url: 'https://api.upstash.com/v2' }
const bases = { redis: settings.redis_url, management: settings.platform_url }

/** What a case came to, in the form in which the case says it. */
export interface WireResult {
  expected: WireCase['expected']
  outcome: WireCase['outcome']
}

/** Makes the call of a case with a definition. Throws what the call throws before a request exists. */
export function runWire(definition: IntegrationDefinition, wire: WireCase): WireResult {
  const fn = definition.functions.find(({ name }) => name === wire.function)!
  const plan = planCall(definition, fn, checkArguments(fn, wire.arguments), settings)
  const first = plan.next()
  if (first.done) throw new Error('no request was made')
  const expected = readRequest(first.value, bases[wire.server])
  try {
    const last = plan.next({ status: wire.reply.status, headers: wire.reply.headers ?? {}, body: wire.reply.body })
    if (!last.done) throw new Error('a second request was made')
    return { expected, outcome: { value: formatJson(dropNil(last.value)) } }
  } catch (error) {
    if (error instanceof CallFailure)
      return { expected, outcome: { code: error.error.code, message: error.error.message } }
    throw error
  }
}

function readRequest(request: VendorRequest, base: string): WireCase['expected'] {
  if (!request.url.startsWith(base)) throw new Error(`${request.url} is not below ${base}`)
  return {
    method: request.method,
    path: request.url.slice(base.length),
    authorization: readAuthorization(request.auth),
    body: request.body,
  }
}

function readAuthorization(auth: Auth | null): string {
  const secret = (field: string) => wireCredentials[field as keyof typeof wireCredentials]
  if (!auth) return ''
  if (auth.kind === 'bearer') return `${auth.prefix ?? 'Bearer'} ${secret(auth.field)}`
  return `Basic ${Buffer.from(`${secret(auth.username)}:${secret(auth.password)}`).toString('base64')}`
}

/** Drops null fields, which are nil in Lua. */
function dropNil(value: Value): Value {
  if (Array.isArray(value)) return value.map(dropNil)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(kept.map(([key, field]) => [key, dropNil(field)]))
}

/** Whether a case holds with a definition, whatever goes wrong. */
export function holds(definition: IntegrationDefinition, wire: WireCase): boolean {
  try {
    const result = runWire(definition, wire)
    return JSON.stringify(sortOutcome(result)) === JSON.stringify(sortOutcome(wire))
  } catch {
    return false
  }
}

/** The comparable part of a case or result, with the fields of its value in one order. */
export function sortOutcome({ expected, outcome }: WireResult): WireResult {
  const { method, path, authorization, body } = expected
  const sorted = 'value' in outcome ? { value: formatJson(sortKeys(parseJson(outcome.value))) } : outcome
  return { expected: { method, path, authorization, body }, outcome: sorted }
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
