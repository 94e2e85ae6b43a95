// A Live call against a local vendor that says back everything it was told, in every encoding.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findCanary } from '../../e2e/canary/scan.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { type Value } from '../../src/contract/value.ts'
import { createEgress } from '../egress/create-egress.ts'
import { type Egress } from '../egress/egress.ts'
import { listen, type Listener, type Received } from '../egress/testing/listener.ts'
import { holdRefusingPort } from '../egress/testing/refusing-port.ts'
import { Secret } from '../vault/secret.ts'
import { type LiveOutcome, performCall } from './perform-call.ts'
import { echo, functionOf } from './testing/echo-integration.ts'

interface Answer {
  status?: number
  headers?: Record<string, string>
  body: string
}

const canaries = {
  token: 'canary-t0ken/+7f3a91c2=="<&e',
  admin_key: 'canary-adm1n.0b5e77d1',
  email: 'canary-owner@example.com',
}

let vendor: Listener
let egress: Egress
/** Replies that the vendor owed when their connections ended. */
let abandoned = 0
let answer: (received: Received) => Answer | null = () => ({ body: '{}' })

beforeAll(async () => {
  vendor = await listen((_request, response, received) => {
    const { status = 200, headers = {}, body } = answer(received) ?? { body: null }
    if (body === null) response.on('close', () => abandoned++)
    else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  })
  egress = createEgress({ privateHosts: [vendor.host] })
})
afterAll(() => Promise.all([vendor.close(), egress.close()]))
afterEach(() => {
  vendor.received.length = 0
})

function call(name: string, args: Record<string, Value> = {}, more: Partial<Parameters<typeof performCall>[0]> = {}) {
  const fields = { ...canaries, base_url: vendor.url, region: 'eu-west-1' }
  const secrets = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, new Secret(value)]))
  const settings = { base_url: vendor.url }
  const { signal } = new AbortController()
  return performCall({
    integration: echo,
    fn: functionOf(name),
    args,
    settings,
    secrets,
    egress,
    signal,
    depth: LIMITS.depth,
    ...more,
  })
}

const failureOf = (outcome: LiveOutcome) => {
  if (outcome.ok) throw new Error('It was expected to fail, and did not')
  return outcome.error
}

const hex = (text: string) => Buffer.from(text).toString('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const encodings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  percent: encodeURIComponent,
  base64,
  'base64 behind others': (text) => base64(`?:${text}!`),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex,
  'hex, upper case': (text) => hex(text).toUpperCase(),
  'JSON in JSON': (text) => JSON.stringify({ text }),
  HTML: (text) => Array.from(text, (character) => `&#${character.charCodeAt(0)};`).join(''),
  reversed: (text) => Array.from(text).reverse().join(''),
}
const everything = () =>
  Object.fromEntries(
    Object.entries(canaries).map(([name, value]) => [
      name,
      Object.fromEntries(Object.entries(encodings).map(([how, encode]) => [how, encode(value)])),
    ]),
  )
const escapeAll = (json: string) =>
  json.replaceAll(/(?<=: ?")[^"\\]+/g, (text) =>
    Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  )

test('the request carries the credentials, the outcome none of them', async () => {
  answer = ({ headers, body }) => ({ body: JSON.stringify({ sent: headers.authorization, body }) })
  const outcome = await call('ask', { q: 'x' })
  expect(vendor.received[0]?.headers.authorization).toBe(`Bearer ${canaries.token}`)
  expect(outcome).toEqual({
    ok: true,
    value: '{"sent":"Bearer ‹token›","body":"{\\"q\\":\\"x\\"}"}',
    exchanges: [
      {
        request: {
          method: 'POST',
          url: `${vendor.url}/ask`,
          headers: [
            ['Authorization', 'Bearer ‹token›'],
            ['Accept', 'application/json'],
            ['Content-Type', 'application/json'],
          ],
          body: '{"q":"x"}',
        },
        reply: { status: 200, body: '{"sent":"Bearer ‹token›","body":"{\\"q\\":\\"x\\"}"}' },
      },
    ],
  })
})

test('a Basic pair comes back as a whole', async () => {
  answer = ({ headers }) => ({ body: JSON.stringify({ sent: headers.authorization }) })
  const outcome = await call('admin')
  expect(vendor.received[0]?.headers.authorization).toBe(`Basic ${base64(`${canaries.email}:${canaries.admin_key}`)}`)
  expect(outcome).toMatchObject({ ok: true, value: '{"sent":"Basic ‹email:admin_key›"}' })
  expect(outcome.exchanges[0]?.request.headers[0]).toEqual(['Authorization', 'Basic ‹email:admin_key›'])
})

const replies: Record<string, () => Answer> = {
  'the body': () => ({ body: JSON.stringify(everything()) }),
  'the body, all escaped': () => ({ body: escapeAll(JSON.stringify(everything())) }),
  'keys of the body': () => ({
    body: JSON.stringify(Object.fromEntries(Object.values(canaries).map((value) => [value, 1]))),
  }),
  'an error': () => ({ status: 401, body: JSON.stringify({ error: `Wrong key: ${JSON.stringify(everything())}` }) }),
  'an error of plain text': () => ({
    status: 403,
    headers: { 'content-type': 'text/plain' },
    body: Object.values(canaries).join(' ').replace('<', ' '),
  }),
  'a page instead of JSON': () => ({ headers: { 'content-type': canaries.token }, body: `<html>${canaries.token}` }),
  headers: () => ({
    status: 429,
    headers: { 'retry-after': '7', 'x-echo': canaries.token, [canaries.admin_key]: '1' },
    body: '{}',
  }),
}

test.each(Object.entries(replies))('nothing comes through that the vendor says in %s', async (_where, reply) => {
  answer = reply
  for (const name of ['ask', 'admin', 'put']) {
    const before = findCanary(JSON.stringify(reply()), canaries)
    expect(before.length).toBeGreaterThan(0)
    expect(findCanary(JSON.stringify(await call(name)), canaries)).toEqual([])
  }
})

test('a script that sends a credential as an argument does not see it again', async () => {
  answer = ({ url, body }) => ({ body: JSON.stringify({ url, body }) })
  for (const value of Object.values(canaries)) {
    for (const name of ['ask', 'look', 'mirror']) {
      expect(findCanary(JSON.stringify(await call(name, { q: `a ${value} b` })), canaries)).toEqual([])
    }
  }
})

test('fields that are no credential stay as they are', async () => {
  answer = () => ({ body: JSON.stringify({ region: 'eu-west-1', url: vendor.url }) })
  expect(await call('ask')).toMatchObject({ value: JSON.stringify({ region: 'eu-west-1', url: vendor.url }) })
})

test('a credential that stands as a number cannot be replaced, so the answer is not shown', async () => {
  answer = () => ({ body: '{"pin":12345678}' })
  const outcome = await call('ask', {}, { secrets: { token: new Secret('12345678') } })
  expect(failureOf(outcome).code).toBe('reply_not_json')
  expect(JSON.stringify(outcome)).not.toContain('12345678')
})

test('what the vendor made secret is hidden in the value and in the reply that is shown', async () => {
  answer = () => ({ body: '{"made_secret":"s3cr3t-of-vendor","id":9007199254740993}' })
  const outcome = await call('ask')
  expect(outcome).toMatchObject({ ok: true, value: '{"made_secret":"‹hidden›","id":9007199254740993}' })
  expect(JSON.stringify(outcome)).not.toContain('s3cr3t-of-vendor')
})

test('a refusal of the vendor is an error of this call, with its status and its wait', async () => {
  answer = () => ({ status: 429, headers: { 'retry-after': '7' }, body: '{"error":"slow down"}' })
  const outcome = await call('ask')
  expect(failureOf(outcome)).toMatchObject({
    code: 'rate_limited',
    message: 'slow down',
    status: 429,
    retryAfter: 7,
    integration: 'echo',
    function: 'ask',
  })
  expect(outcome.exchanges).toMatchObject([{ reply: { status: 429, body: '{"error":"slow down"}' } }])
})

test('where no reply came, the request is shown without one', async () => {
  const gone = await holdRefusingPort()
  const lonely = createEgress({ privateHosts: [gone.host] })
  const outcome = await call('ask', {}, { settings: { base_url: gone.url }, egress: lonely })
  expect(failureOf(outcome)).toMatchObject({ code: 'connection_failed', retryable: true })
  expect(outcome.exchanges).toMatchObject([{ request: { url: `${gone.url}/ask` }, reply: null }])
  await Promise.all([lonely.close(), gone.close()])
})

test.each([
  ['ask', true],
  ['set', true],
  ['put', false],
])('a lost reply to %s may be asked for again: %s', async (name, retryable) => {
  const rude = await listen((_request, response) => response.destroy())
  const other = createEgress({ privateHosts: [rude.host] })
  const error = failureOf(await call(name, {}, { settings: { base_url: rude.url }, egress: other }))
  expect(error).toMatchObject({ code: 'connection_failed', retryable })
  expect(error.hint.includes('check whether it was done')).toBe(!retryable)
  await Promise.all([other.close(), rude.close()])
})

test('a caller who leaves ends the call, at the vendor too', async () => {
  answer = () => null
  const caller = new AbortController()
  const left = call('ask', {}, { signal: caller.signal })
  await expect.poll(() => vendor.received.length).toBe(1)
  caller.abort()
  expect(failureOf(await left).code).toBe('cancelled')
  await expect.poll(() => abandoned).toBe(1)
})

test.each([
  'http://127.0.0.1:1',
  'https://127.0.0.1',
  'https://example.org',
  'http://a.example.com',
  'https://a.example.com:8443',
  'https://u:p@a.example.com',
])('an account whose base URL is %s sends nothing', async (url) => {
  const outcome = await call('ask', {}, { settings: { base_url: url } })
  expect(failureOf(outcome)).toMatchObject({ code: 'blocked_address', integration: 'echo', function: 'ask' })
  expect(outcome.exchanges).toEqual([])
})

test('a missing credential is named before anything is sent', async () => {
  const error = failureOf(await call('ask', {}, { secrets: {} }))
  expect(error).toMatchObject({ code: 'missing_credentials' })
  expect(error.message).toContain('token')
  expect(vendor.received).toEqual([])
})

test('a fault of ours is thrown, not shown', async () => {
  const broken: Egress = {
    ...egress,
    send: () => Promise.reject(new TypeError('x is undefined')),
  }
  await expect(call('ask', {}, { egress: broken })).rejects.toThrow(TypeError)
})
