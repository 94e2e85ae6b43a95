import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { type VendorReply } from '../contract/http.ts'
import { type CallError, CallFailure } from '../contract/errors.ts'
import { LIMITS } from '../contract/limits.ts'
import { formatJson } from '../contract/value.ts'
import { HIDDEN, hideReplySecrets } from './hidden.ts'
import { keepDeclared } from './declared.ts'
import { planCall } from './plan.ts'
import { readReply, readRetryAfter } from './reply.ts'

const upstash = loadCatalog().integrations['upstash']!
const reply = (status: number, body: string, headers = {}): VendorReply => ({ status, headers, body })

function readError(answer: VendorReply): CallError {
  try {
    readReply(upstash, answer, LIMITS.depth)
  } catch (error) {
    if (error instanceof CallFailure) return error.error
    throw error
  }
  throw new Error('nothing was refused')
}

test.each([
  [200, '{"result":9007199254740993}', '{"result":9007199254740993}'],
  [201, '[]', '[]'],
  [204, '', 'null'],
  [200, '  ', 'null'],
])('status %i with %j is a value', (status, body, expected) => {
  expect(formatJson(readReply(upstash, reply(status, body), LIMITS.depth))).toBe(expected)
})

test.each([
  [400, '{"error":"ERR syntax"}', 'vendor_error', 'ERR syntax', false],
  [401, '{"error":"Unauthorized"}', 'refused_key', 'Unauthorized', false],
  [402, '{"message":"Pay"}', 'payment_required', 'Pay', false],
  [403, '"no"', 'forbidden', 'no', false],
  [404, '', 'not_found', 'Upstash Redis answered with status 404 and no message', false],
  [409, '{}', 'conflict', 'Upstash Redis answered with status 409 and no message', false],
  [429, '{"error":"slow"}', 'rate_limited', 'slow', true],
  [500, '<h1>Oops</h1>', 'vendor_down', 'Upstash Redis answered with status 500 and no message', true],
  [503, '{"error":{"code":1}}', 'vendor_down', 'Upstash Redis answered with status 503 and no message', true],
  [302, '', 'vendor_error', 'Upstash Redis answered with a redirect (status 302)', false],
  [200, '{"error":"ERR in a success"}', 'vendor_error', 'ERR in a success', false],
  [400, '{"error":"a\\u0000b\\nc"}', 'vendor_error', 'a b c', false],
])('status %i with %s is %s', (status, body, code, message, retryable) => {
  expect(readError(reply(status, body))).toMatchObject({ code, message, status, retryable })
})

/** A vendor with codes and field errors of its own. */
const coded = {
  ...upstash,
  errors: {
    ...upstash.errors,
    statuses: {},
    code: ['/code'],
    codes: { Busy: 'rate_limited', Gone: 'not_found' } as const,
    fields: { object: '/errors' },
    inSuccess: ['/problem'],
    message: ['/error', '/problem'],
  },
}

test.each([
  [400, '{"error":"no"}', { code: 'invalid_argument', message: 'no' }],
  [
    422,
    '{"error":"no","errors":{"a":["is bad"]}}',
    { code: 'invalid_argument', fields: [{ name: 'a', message: 'is bad' }] },
  ],
  [503, '{"error":"wait","code":"Busy"}', { code: 'rate_limited', vendorCode: 'Busy', retryable: true }],
  [400, '{"error":"no","code":"constructor"}', { code: 'invalid_argument', vendorCode: 'constructor' }],
  [
    200,
    '{"problem":"it is gone","code":"Gone"}',
    { code: 'not_found', message: 'it is gone', vendorCode: 'Gone', status: 200 },
  ],
  [200, '{"problem":"odd","code":"Odd"}', { code: 'vendor_error', message: 'odd', vendorCode: 'Odd' }],
])("the vendor's own code and fields are kept: %i %s", (status, body, expected) => {
  expect(() => readReply(coded, reply(status, body), LIMITS.depth)).toThrow(
    expect.objectContaining({ error: expect.objectContaining(expected) as CallError }),
  )
})

test('a page of HTML is no reply', () => {
  expect(readError(reply(200, '<html>', { 'content-type': 'text/html; charset=utf-8' }))).toMatchObject({
    code: 'reply_not_json',
    message: 'Upstash Redis answered with text/html instead of JSON',
  })
})

test('half a body is no reply', () => {
  expect(readError(reply(200, '{"result":"sess'))).toMatchObject({ code: 'reply_not_json' })
})

test('a long message is cut', () => {
  expect(readError(reply(400, JSON.stringify({ error: 'x'.repeat(5000) }))).message).toHaveLength(501)
})

test.each([
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date: 'Wed, 21 Oct 2026 07:28:00 GMT' }, 30],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', date: 'Wed, 21 Oct 2026 07:29:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('%j waits %s seconds', (headers, seconds) => {
  expect(readRetryAfter(headers as Record<string, string>)).toBe(seconds)
})

function call(name: string, args: Record<string, string>, body: string) {
  const fn = upstash.functions.find((candidate) => candidate.name === name)!
  const plan = planCall(upstash, fn, args, { redis_url: 'https://a.upstash.io' })
  plan.next()
  return plan.next(reply(200, body)).value
}

test('a reply without what the result is made of is an error, not an empty result', () => {
  expect(() => call('get_key', { key: 'a' }, '{}')).toThrow('Upstash Redis answered without what `value` is read from')
  expect(() => call('list_keys', { pattern: '*' }, '{"result":null}')).toThrow(/`count`/)
  expect(call('get_key', { key: 'a' }, '{"result":null}')).toEqual({ key: 'a', value: null })
})

test('secrets in a reply reach neither the result nor the view', () => {
  const body =
    '[{"database_id":"1","database_name":"a","password":"planted","rest_token":"planted","nested":{"rest_token":"planted"}}]'
  expect(formatJson(call('list_databases', {}, body) as never)).toBe('[{"database_id":"1","database_name":"a"}]')
  expect(hideReplySecrets(upstash, body)).not.toContain('planted')
  expect(hideReplySecrets(upstash, body)).toContain(`"password":"${HIDDEN}"`)
  expect(hideReplySecrets(upstash, body.replace('password', 'pass\\u0077ord'))).not.toContain('planted')
})

test('a reply without secrets is shown byte for byte', () => {
  expect(hideReplySecrets(upstash, '{ "result" : 1 }')).toBe('{ "result" : 1 }')
})

test('only declared fields are kept; free-form ones whole', () => {
  const schema = {
    type: 'object' as const,
    properties: {
      id: { type: 'string' as const },
      free: { type: 'object' as const, freeform: 'Whatever it holds.' },
      map: {
        type: 'object' as const,
        additionalProperties: { type: 'object' as const, properties: { a: { type: 'string' as const } } },
      },
    },
  }
  const value = { id: '1', other: 2, free: { x: [{ y: 1 }] }, map: { k: { a: 'b', c: 'd' } } }
  expect(keepDeclared(schema, value)).toEqual({ id: '1', free: { x: [{ y: 1 }] }, map: { k: { a: 'b' } } })
})

test('a reply nested without end is refused, and its view shows nothing', () => {
  const body = `{"password":"planted","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  expect(readError(reply(200, body))).toMatchObject({ code: 'reply_too_large', status: 200 })
  expect(hideReplySecrets(upstash, body)).toBe(HIDDEN)
  expect(hideReplySecrets(upstash, body.replace('planted', '9007199254740993'))).toBe(HIDDEN)
})
