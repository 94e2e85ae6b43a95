// What must hold of a call with a hostile value: a clear refusal, or requests that differ in nothing but that value.
import { expect } from 'vitest'
import { type FunctionDefinition, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type CallFailure } from '../../../src/contract/errors.ts'
import { type VendorRequest } from '../../../src/contract/http.ts'
import { formatJson, isObject, parseJson, type Value } from '../../../src/contract/value.ts'
import { type Arguments } from '../../../src/vendor/handler.ts'
import { readServerUrl } from '../../../src/vendor/server-url.ts'
import { arrives } from './arrival.ts'
import { type Calm } from './calm.ts'
import { type Leaves, takeApart } from './drive.ts'
import { type Place, readAt } from './places.ts'

/** A refusal says what was wrong in words, in no more than a paragraph. */
export function judgeRefusal({ error: { code, message } }: CallFailure): void {
  expect(['invalid_argument', 'request_too_large'], message).toContain(code)
  expect(message).toMatch(/[a-z]{2,} [a-z]/)
  expect(message.length, message.slice(0, 300)).toBeLessThan(2_000)
}

/** Origin and path prefix of the definition, an address that means the same to every parser, clean headers. */
export function judgeAddress(
  integration: IntegrationDefinition,
  settings: Calm['base']['settings'],
  request: VendorRequest,
): void {
  const bases = Object.keys(integration.servers).map((server) => readServerUrl(integration, server, settings))
  const url = new URL(request.url)
  expect(url.href).toBe(request.url)
  expect(
    bases.some((base) => `${url.origin}${url.pathname}`.startsWith(`${base}/`)),
    request.url,
  ).toBe(true)
  expect([url.hash, url.username, url.password]).toEqual(['', '', ''])
  const segments = url.pathname.split('/').slice(1)
  for (const [at, segment] of segments.entries()) {
    const text = decodeURIComponent(segment)
    expect(text === '.' || text === '..' || (text === '' && at < segments.length - 1), request.url).toBe(false)
    expect(hasControl(text), request.url).toBe(false)
  }
  for (const [name, value] of Object.entries(request.headers)) {
    expect(name.toLowerCase()).not.toBe('authorization')
    expect(name + value).toMatch(/^[\u0020-\u007e\u00a0-\u00ff]*$/)
  }
}

function hasControl(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text)
}

/**
 * The value is where the calm one was, as it was given, and nothing else is different. `stayed` is said where the calm
 * value does not leave either.
 */
export function judgeArrival(
  fn: FunctionDefinition,
  { kind, path }: Place,
  json: string,
  { requests, args }: { requests: VendorRequest[]; args: Arguments },
  calm: Calm,
): 'arrived' | 'left out' | 'stayed' {
  const given = parseJson(json)
  if (typeof given === 'number') expect(Number.isFinite(given), 'a number that no JSON can say').toBe(true)
  if (kind === 'key') {
    expect(
      requests.some((request) => hasName(request, given as string)),
      `the name ${json} is lost`,
    ).toBe(true)
    return 'arrived'
  }
  const checked = readAt(args, path)
  // Lua's nil, and its one empty table, which are nothing in a query.
  if (checked === undefined || checked === null || isEmpty(checked)) return 'left out'
  if (typeof given !== 'object') expect(formatJson(checked)).toBe(formatJson(given))
  if (calm.stays) return 'stayed'
  const leaves = takeApart(requests)
  const isPath = fn.handler !== undefined && fn.request?.path.includes(`{${String(path[0])}}`)
  if (!isPath) expect(withoutSpots(leaves, calm)).toEqual(withoutSpots(calm.leaves, calm))
  if (calm.spots.length && isPlain(calm, calm.leaves, calm.value) && typeof checked !== 'object') {
    expect(isPlain(calm, leaves, checked), `${json} is not as given at ${calm.spots.join(', ')}`).toBe(true)
  } else {
    expect(arrives(checked, requests), `${json} did not arrive: ${JSON.stringify(requests).slice(0, 600)}`).toBe(true)
  }
  return 'arrived'
}

function isEmpty(value: Value): boolean {
  return typeof value === 'object' && value !== null && !Object.keys(value).length
}

/** Whether a scalar stands at every spot as it is, and not in some other spelling. */
function isPlain({ spots }: Calm, leaves: Leaves, value: Value): boolean {
  return spots.every((spot) => {
    const isBody = spot.split(' ')[1] === 'body'
    const text = leaves.get(spot) ?? leaves.get(`${spot} 0`)
    // A number may go as its text, where the vendor takes texts only.
    return text === (isBody ? formatJson(value) : String(value)) || text === JSON.stringify(String(value))
  })
}

/** What stands elsewhere; for a value whose spots nobody can tell, nothing but method, address and headers. */
function withoutSpots(leaves: Leaves, { spots }: Calm): [string, string][] {
  const kept = [...leaves].filter(([at]) =>
    spots.length
      ? !spots.some((spot) => at === spot || at.startsWith(`${spot}/`) || at.startsWith(`${spot} `))
      : !/ (query|body) /.test(at),
  )
  return kept.sort(([a], [b]) => (a < b ? -1 : 1))
}

function hasName({ url, body }: VendorRequest, name: string): boolean {
  const holds = (value: Value): boolean => {
    if (Array.isArray(value)) return value.some(holds)
    if (typeof value === 'string') {
      return value === name || value.includes(JSON.stringify(name)) || decodesTo(value, name)
    }
    return isObject(value) && (Object.hasOwn(value, name) || Object.values(value).some(holds))
  }
  return new URL(url).searchParams.has(name) || (body !== null && holds(parseJson(body)))
}

function decodesTo(text: string, name: string): boolean {
  return /^[\w+/=-]+$/.test(text) && Buffer.from(text, 'base64').toString().includes(JSON.stringify(name))
}
