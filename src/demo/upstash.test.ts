import { expect, test } from 'vitest'
import { formatJson, parseJson } from '../contract/value.ts'
import { demo, type UpstashState } from './upstash.ts'
import { DEMO_CLOCK, type DemoRequest } from './vendor.ts'

const REDIS = 'https://demo-otter-12345.upstash.io'
const bearer = { authorization: 'Bearer demo-rest-token' }
const basic = { authorization: `Basic ${btoa('demo@example.com:demo-management-key')}` }

/** A session with the fake that keeps its state, as a tab does: through JSON. */
function open(state: UpstashState = demo.initial()) {
  const session = {
    state,
    ask(request: Partial<DemoRequest> & { url: string }, clock = DEMO_CLOCK) {
      const before = formatJson(session.state as never)
      const full = { method: 'GET', headers: {}, body: null, ...request } as DemoRequest
      const { state: after, reply } = demo.answer(session.state, full, clock)
      expect(formatJson(session.state as never)).toBe(before)
      session.state = JSON.parse(JSON.stringify(after)) as UpstashState
      return { status: reply.status, body: parseJson(reply.body) as unknown }
    },
    run(command: unknown[], headers = {}, clock = DEMO_CLOCK) {
      return session.ask(
        { method: 'POST', url: REDIS, headers: { ...bearer, ...headers }, body: JSON.stringify(command) },
        clock,
      ).body
    },
  }
  return session
}

test('commands come in a body, in a path, with a body as the last argument, with options in the query', () => {
  const { ask } = open()
  const headers = bearer
  expect(ask({ url: `${REDIS}/get/config:theme`, headers }).body).toEqual({ result: 'light' })
  expect(ask({ url: `${REDIS}/set/a%2Fb/c%20d`, headers }).body).toEqual({ result: 'OK' })
  expect(ask({ url: `${REDIS}/get/a%2Fb`, headers }).body).toEqual({ result: 'c d' })
  expect(ask({ method: 'POST', url: `${REDIS}/set/big?EX=100`, headers, body: '{"x": "ü"}' }).body).toEqual({
    result: 'OK',
  })
  expect(ask({ url: `${REDIS}/get/big`, headers }).body).toEqual({ result: '{"x": "ü"}' })
  expect(ask({ url: `${REDIS}/ttl/big`, headers }).body).toEqual({ result: 100 })
  expect(ask({ url: `${REDIS}/ping?_token=demo-rest-token` }).body).toEqual({ result: 'PONG' })
})

test.each<[string, Partial<DemoRequest>, number, unknown]>([
  ['no token', {}, 401, { error: 'WRONGPASS invalid or missing auth token' }],
  [
    'a wrong token',
    { headers: { authorization: 'Bearer x' } },
    401,
    { error: 'WRONGPASS invalid or missing auth token' },
  ],
  ['the management key', { headers: basic }, 401, { error: 'WRONGPASS invalid or missing auth token' }],
  ['a method that is not allowed', { method: 'DELETE', headers: bearer }, 405, { error: 'ERR Method not allowed' }],
  ['no command', { method: 'POST', headers: bearer, body: '' }, 400, { error: 'ERR failed to parse command' }],
  ['an empty command', { method: 'POST', headers: bearer, body: '[]' }, 400, { error: 'ERR empty command' }],
  [
    'an argument that is no scalar',
    { method: 'POST', headers: bearer, body: '["GET",{}]' },
    400,
    { error: 'ERR invalid command argument' },
  ],
])('%s is refused', (_name, request, status, body) => {
  expect(open().ask({ url: REDIS, ...request })).toEqual({ status, body })
})

test('the state is plain JSON and is never changed in place', () => {
  const session = open()
  session.run(['SET', 'bytes', 'ü\0👋'])
  session.run(['HSET', 'h', 'f', 'v'])
  session.run(['LPUSH', 'queue:mail', 'new'])
  expect(session.run(['GET', 'bytes'])).toEqual({ result: 'ü\0👋' })
  expect(session.run(['LRANGE', 'queue:mail', 0, -1])).toEqual({ result: ['new', 'welcome:1234', 'invoice:5678'] })
})

test('a lifetime ends when its time has come', () => {
  const session = open()
  session.run(['SET', 'a', 'b', 'EX', 60])
  expect(session.run(['TTL', 'a'], {}, DEMO_CLOCK + 59_000)).toEqual({ result: 1 })
  expect(session.run(['GET', 'a'], {}, DEMO_CLOCK + 59_999)).toEqual({ result: 'b' })
  expect(session.run(['GET', 'a'], {}, DEMO_CLOCK + 60_000)).toEqual({ result: null })
  expect(session.run(['EXISTS', 'a'], {}, DEMO_CLOCK + 60_000)).toEqual({ result: 0 })
})

test('base64 leaves OK alone and encodes bytes, numbers stay numbers', () => {
  const session = open()
  const base64 = { 'upstash-encoding': 'base64' }
  expect(session.run(['SET', 'a', 'ü'], base64)).toEqual({ result: 'OK' })
  expect(session.run(['GET', 'a'], base64)).toEqual({ result: 'w7w=' })
  expect(session.run(['STRLEN', 'a'], base64)).toEqual({ result: 2 })
  expect(session.run(['MGET', 'a', 'none'], base64)).toEqual({ result: ['w7w=', null] })
})

test('half a character is shown as the replacement character', () => {
  const session = open()
  session.run(['SET', 'a', 'ü'])
  expect(session.run(['GETRANGE', 'a', 0, 0])).toEqual({ result: '\ufffd' })
})

test('integers are exact to 64 bits', () => {
  const session = open()
  expect(session.run(['INCR', 'counter:largest'])).toEqual({ result: 9007199254740994n })
  session.run(['SET', 'max', '9223372036854775807'])
  const overflow = { error: 'ERR increment or decrement would overflow' }
  expect(session.run(['INCR', 'max'])).toEqual(overflow)
  session.run(['HSET', 'counts', 'max', '9223372036854775807'])
  expect(session.run(['HINCRBY', 'counts', 'max', '1'])).toEqual(overflow)
  expect(session.run(['HGET', 'counts', 'max'])).toEqual({ result: '9223372036854775807' })
})

test('a pipeline mixes results and errors with status 200; a transaction with an unknown command runs nothing', () => {
  const session = open()
  const rows = (url: string, body: unknown) =>
    session.ask({ method: 'POST', url: REDIS + url, headers: bearer, body: JSON.stringify(body) })
  const mixed = [
    ['SET', 'n', 'x'],
    ['INCR', 'n'],
    ['GET', 'n'],
  ]
  const answers = [{ result: 'OK' }, { error: 'ERR value is not an integer or out of range' }, { result: 'x' }]
  expect(rows('/pipeline', mixed)).toEqual({ status: 200, body: answers })
  expect(rows('/multi-exec', mixed)).toEqual({ status: 200, body: answers })
  expect(rows('/multi-exec', [['SET', 'n', 'y'], ['NOSUCH']])).toMatchObject({ status: 400 })
  expect(session.run(['GET', 'n'])).toEqual({ result: 'x' })
})

const API = 'https://api.upstash.com'

test.each<[string, Partial<DemoRequest> & { url: string }, number, unknown]>([
  ['no key', { url: `${API}/v2/teams` }, 401, { error: 'Unauthorized' }],
  ['the database token', { url: `${API}/v2/teams`, headers: bearer }, 401, { error: 'Unauthorized' }],
  [
    'an unknown path',
    { url: `${API}/v2/redis/databases/abc12345-xxxx-yyyy-zzzz`, headers: basic },
    404,
    { error: 'Not Found' },
  ],
  [
    'an unknown id',
    { url: `${API}/v2/redis/database/none`, headers: basic },
    404,
    { error: 'database not found: none' },
  ],
  ['a write', { method: 'POST', url: `${API}/v2/teams`, headers: basic }, 405, { error: 'Method Not Allowed' }],
])('the management API refuses %s', (_name, request, status, body) => {
  expect(open().ask(request)).toEqual({ status, body })
})

test('a database tells its credentials unless it is asked not to', () => {
  const { ask } = open()
  const url = `${API}/v2/redis/database/abc12345-xxxx-yyyy-zzzz`
  expect(ask({ url, headers: basic }).body).toHaveProperty('password')
  const hidden = ask({ url: `${url}?credentials=hide`, headers: basic }).body
  expect(hidden).toMatchObject({ database_name: 'production-cache', db_request_limit: 8024278031528736858n })
  expect(Object.keys(hidden as object).filter((key) => /password|token/.test(key))).toEqual([])
})
