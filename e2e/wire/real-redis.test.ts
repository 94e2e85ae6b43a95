// Live against a real Redis: what Lua writes the vendor's own SDK reads, and the other way round.
import { Redis as UpstashRedis } from '@upstash/redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { redisRest, type RedisRest } from '../vendors/upstash/redis-rest.ts'
import { startRedis } from '../vendors/upstash/start-redis.ts'
import { openPath, type Path } from './open-path.ts'

const redis = await startRedis()
let front: RedisRest
let path: Path
let user: Caller
let sdk: UpstashRedis

beforeAll(async () => {
  if (!redis) return
  front = await redisRest(redis.port)
  path = await openPath([front.host])
  user = await path.api.signUp('redis')
  const fields = { redis_url: front.url, rest_token: front.token }
  const connected = await user.ask('accounts.connect', { integration: 'upstash', name: 'main', fields })
  expect(connected.status).toBe(200)
  sdk = new UpstashRedis({
    url: front.url,
    token: front.token,
    automaticDeserialization: false,
    enableTelemetry: false,
  })
})
afterAll(async () => {
  await path?.[Symbol.asyncDispose]()
  await front?.close()
  await redis?.stop()
})

/** Runs Lua that returns one value, and answers it from its JSON text. */
async function lua(source: string): Promise<unknown> {
  const { result } = await path.run(user, `local redis = app.integrations.upstash\n${source}`)
  if (!result.ok) throw new Error(result.problem.message)
  return JSON.parse(result.values[0]!.json!)
}

const pairs: [name: string, key: string, value: string][] = [
  ['a plain key', 'user:1', 'Ada'],
  ['key 0', '0', 'zero'],
  ['an empty value', 'empty', ''],
  ['unicode', 'ключ-é-🔑', 'значение 🌍'],
  ['a slash', 'a/b/../c', '/'],
  ['a question mark', 'what?', 'a?b=c'],
  ['a hash', 'a#b', '#'],
  ['a percent sign', '100%25', '%00'],
  ['spaces and quotes', ' "a" \\ b ', "it's"],
  ['a 64-bit integer', 'big', '9223372036854775807'],
  ['a line break', 'a\nb', 'c\r\nd'],
]

test.skipIf(!redis).each(pairs)('%s is the same for Lua and the SDK', async (_name, key, value) => {
  const [k, v] = [JSON.stringify(key), JSON.stringify(value)].map((text) => text.replaceAll('\\r', '\\13'))
  expect(await lua(`return redis.set_key({ key = ${k}, value = ${v} })`)).toEqual({ key, value, result: 'OK' })
  expect(await sdk.get(key)).toBe(value)
  await sdk.set(key, `${value}!`)
  expect(await lua(`return redis.get_key({ key = ${k} })`)).toEqual({ key, value: `${value}!` })
  expect(await lua(`return redis.delete_key({ key = ${k} })`)).toEqual({ key, deleted: 1 })
  expect(await sdk.exists(key)).toBe(0)
})

test.skipIf(!redis)('a lifetime is set with the value, in one step', async () => {
  expect(await lua('return redis.set_key({ key = "soon", value = "x", ex = 60 })')).toMatchObject({ ttl: 60 })
  const left = await sdk.ttl('soon')
  expect(left).toBeGreaterThan(50)
  expect(left).toBeLessThanOrEqual(60)
})

test.skipIf(!redis)('a missing key is nil and deletes nothing', async () => {
  expect(await lua('return redis.get_key({ key = "nobody" }).value == nil')).toBe(true)
  expect(await lua('return redis.delete_key({ key = "nobody" }).deleted')).toBe(0)
})

test.skipIf(!redis)('the keys of a pattern are those of the SDK', async () => {
  await sdk.mset({ 'list:a': '1', 'list:b': '2', 'other:c': '3' })
  const listed = (await lua('return redis.list_keys({ pattern = "list:*" })')) as { keys: string[]; count: number }
  expect(listed.keys.sort()).toEqual(['list:a', 'list:b'])
  expect(listed.count).toBe(2)
})

test.skipIf(!redis)('an integer that the SDK counted up to stays exact', async () => {
  await sdk.set('count', '9007199254740992')
  await sdk.incr('count')
  expect(await lua('return math.tointeger(redis.get_key({ key = "count" }).value) == 9007199254740993')).toBe(true)
})

test.skipIf(!redis)('a key of another type is the error of Redis', async () => {
  await sdk.lpush('queue', 'job')
  const run = await path.run(user, 'return app.integrations.upstash.get_key({ key = "queue" })')
  expect(run.result).toMatchObject({ ok: false, problem: { line: 1, error: { status: 400 } } })
  expect(JSON.stringify(run.result)).toContain('WRONGTYPE')
})
