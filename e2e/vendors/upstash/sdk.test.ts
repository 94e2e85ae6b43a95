// The official SDK against the demo vendor and against a real Redis: the same calls, the same answers.
import { Redis } from '@upstash/redis'
import { afterAll, describe, expect, test } from 'vitest'
import { demo } from '../../../src/demo/upstash.ts'
import { mountVendor } from '../mount.ts'
import { redisRest } from './redis-rest.ts'
import { startRedis } from './start-redis.ts'

const mounted = await mountVendor(demo)
const redis = await startRedis()
const rest = redis && (await redisRest(redis.port))

afterAll(async () => {
  await mounted.close()
  await rest?.close()
  await redis?.stop()
})

function connect(url: string, token: string, options = {}): Redis {
  return new Redis({ url, token, retry: false, enableTelemetry: false, ...options })
}

const databases: [string, Redis][] = [
  ['demo', connect(mounted.settings['redis_url']!, mounted.secrets['rest_token']!)],
  ...(rest ? [['redis', connect(rest.url, rest.token)] satisfies [string, Redis]] : []),
]

/** Each starts from an empty database. What it returns must be the second item, on every database. */
const calls: [name: string, call: (redis: Redis) => Promise<unknown>, expected: unknown][] = [
  ['get of a missing key', (r) => r.get('missing'), null],
  ['set', (r) => r.set('a', 'b'), 'OK'],
  ['set and get', async (r) => [await r.set('a', 'b'), await r.get('a')], ['OK', 'b']],
  ['an empty value', async (r) => [await r.set('a', ''), await r.exists('a'), await r.strlen('a')], ['OK', 1, 0]],
  ['the key 0', async (r) => [await r.set('0', 'zero'), await r.get('0')], ['OK', 'zero']],
  ['unicode', async (r) => [await r.set('ключ/ü?#%', '世界 👋'), await r.get('ключ/ü?#%')], ['OK', '世界 👋']],
  ['the value OK', async (r) => [await r.set('a', 'OK'), await r.get('a')], ['OK', 'OK']],
  ['set ex', async (r) => [await r.set('a', 'b', { ex: 60 }), await r.ttl('a')], ['OK', 60]],
  ['set px', async (r) => [await r.set('a', 'b', { px: 90_000 }), await r.ttl('a')], ['OK', 90]],
  [
    'set without ex removes it',
    async (r) => [await r.set('a', 'b', { ex: 9 }), await r.set('a', 'c'), await r.ttl('a')],
    ['OK', 'OK', -1],
  ],
  [
    'set keepttl',
    async (r) => [await r.set('a', 'b', { ex: 90 }), await r.set('a', 'c', { keepTtl: true }), await r.ttl('a')],
    ['OK', 'OK', 90],
  ],
  [
    'set nx',
    async (r) => [await r.set('a', '1x', { nx: true }), await r.set('a', '2x', { nx: true }), await r.get('a')],
    ['OK', null, '1x'],
  ],
  ['set xx', async (r) => [await r.set('a', '1x', { xx: true }), await r.get('a')], [null, null]],
  ['set get', async (r) => [await r.set('a', 'one'), await r.set('a', 'two', { get: true })], ['OK', 'one']],
  ['spop', async (r) => [await r.sadd('s', 'cat'), await r.spop('s'), await r.spop('s')], [1, 'cat', null]],
  [
    'spop with a count',
    async (r) => [await r.sadd('s', 'cat'), await r.spop('s', 2), await r.exists('s')],
    [1, ['cat'], 0],
  ],
  ['scan of a hash', async (r) => [await r.hset('h', { a: 'x' }), await r.hscan('h', 0)], [1, ['0', ['a', 'x']]]],
  ['scan of a set', async (r) => [await r.sadd('s', 'x'), await r.sscan('s', 0, { match: 'x*' })], [1, ['0', ['x']]]],
  [
    'scan of a sorted set',
    async (r) => [await r.zadd('z', { score: 2, member: 'x' }), await r.zscan('z', 0)],
    [1, ['0', ['x', 2]]],
  ],
  ['incrbyfloat', async (r) => [await r.set('a', '0.1'), await r.incrbyfloat('a', 0.2)], ['OK', 0.3]],
  ['getex', async (r) => [await r.set('a', 'b'), await r.getex('a', { ex: 30 }), await r.ttl('a')], ['OK', 'b', 30]],
  ['copy', async (r) => [await r.set('a', 'b'), await r.copy('a', 'c'), await r.get('c')], ['OK', 'COPIED', 'b']],
  ['ttl of nothing', async (r) => [await r.ttl('none'), await r.pttl('none')], [-2, -2]],
  [
    'expire and persist',
    async (r) => [
      await r.set('a', 'b'),
      await r.expire('a', 50),
      await r.ttl('a'),
      await r.persist('a'),
      await r.ttl('a'),
    ],
    ['OK', 1, 50, 1, -1],
  ],
  ['del', async (r) => [await r.mset({ a: 1, b: 2 }), await r.del('a', 'b', 'c'), await r.dbsize()], ['OK', 2, 0]],
  [
    'incr',
    async (r) => [await r.incr('n'), await r.incrby('n', 41), await r.decr('n'), await r.decrby('n', 2)],
    [1, 42, 41, 39],
  ],
  [
    'append',
    async (r) => [
      await r.append('a', 'foo'),
      await r.append('a', 'bar'),
      await r.get('a'),
      await r.getrange('a', -3, -1),
    ],
    [3, 6, 'foobar', 'bar'],
  ],
  ['mget', async (r) => [await r.mset({ a: 'x', b: 'y' }), await r.mget('a', 'none', 'b')], ['OK', ['x', null, 'y']]],
  [
    'keys by pattern',
    async (r) => [await r.mset({ 'user:1': 'x', 'user:2': 'y', other: 'z' }), (await r.keys('user:*')).sort()],
    ['OK', ['user:1', 'user:2']],
  ],
  [
    'scan',
    async (r) => [await r.mset({ 'user:1': 'x', other: 'z' }), await r.scan(0, { match: 'user:*', count: 100 })],
    ['OK', ['0', ['user:1']]],
  ],
  [
    'type',
    async (r) => [
      await r.set('s', 'x'),
      await r.lpush('l', 'x'),
      await r.type('s'),
      await r.type('l'),
      await r.type('none'),
    ],
    ['OK', 1, 'string', 'list', 'none'],
  ],
  [
    'hash',
    async (r) => [
      await r.hset('h', { a: 'x', b: 'y' }),
      await r.hget('h', 'a'),
      await r.hgetall('h'),
      await r.hdel('h', 'a', 'b'),
      await r.exists('h'),
    ],
    [2, 'x', { a: 'x', b: 'y' }, 2, 0],
  ],
  [
    'list',
    async (r) => [
      await r.lpush('l', 'b', 'a'),
      await r.rpush('l', 'c'),
      await r.lrange('l', 0, -1),
      await r.lpop('l'),
      await r.llen('l'),
    ],
    [2, 3, ['a', 'b', 'c'], 'a', 2],
  ],
  [
    'set of members',
    async (r) => [
      await r.sadd('t', 'x', 'y', 'x'),
      (await r.smembers('t')).sort(),
      await r.sismember('t', 'x'),
      await r.srem('t', 'x', 'y'),
    ],
    [2, ['x', 'y'], 1, 2],
  ],
  [
    'sorted set',
    async (r) => [
      await r.zadd('z', { score: 2, member: 'b' }, { score: 1.5, member: 'a' }),
      await r.zrange('z', 0, -1),
      await r.zscore('z', 'a'),
    ],
    [2, ['a', 'b'], 1.5],
  ],
  [
    'rename',
    async (r) => [await r.set('a', 'x'), await r.rename('a', 'b'), await r.exists('a'), await r.get('b')],
    ['OK', 'OK', 0, 'x'],
  ],
  ['ping and echo', async (r) => [await r.ping(), await r.echo('hello')], ['PONG', 'hello']],
  ['pipeline', (r) => r.pipeline().set('a', 'x').get('a').incr('n').exec(), ['OK', 'x', 1]],
  ['transaction', (r) => r.multi().set('a', 'x').get('a').exec(), ['OK', 'x']],
  [
    'json',
    async (r) => [await r.set('j', { deep: [1, 'two', null] }), await r.get('j')],
    ['OK', { deep: [1, 'two', null] }],
  ],
]

describe.each(databases)('%s', (_name, database) => {
  test.each(calls)('%s', async (_call, call, expected) => {
    await database.flushdb()
    expect(await call(database)).toEqual(expected)
  })

  test.each<[string, (redis: Redis) => Promise<unknown>, RegExp]>([
    ['the wrong type', async (r) => r.lpush('s', 'x').then(() => r.get('s')), /WRONGTYPE/],
    ['no integer', async (r) => r.set('s', 'x').then(() => r.incr('s')), /ERR value is not an integer/],
    ['a missing word', (r) => r.exec(['GET']), /ERR wrong number of arguments for 'get' command/],
    ['an unknown command', (r) => r.exec(['NOSUCH', 'x']), /ERR unknown command/],
    ['a lifetime of 0', (r) => r.exec(['SET', 'a', 'b', 'EX', '0']), /ERR invalid expire time in 'set' command/],
    ['options that contradict', (r) => r.exec(['SET', 'a', 'b', 'NX', 'XX']), /ERR syntax error/],
  ])('%s is an error', async (_call, call, message) => {
    await database.flushdb()
    await expect(call(database)).rejects.toThrow(message)
  })
})

test('a wrong token is refused', async () => {
  await expect(connect(mounted.settings['redis_url']!, 'wrong').get('a')).rejects.toThrow(/WRONGPASS/)
  if (rest) await expect(connect(rest.url, 'wrong').get('a')).rejects.toThrow(/WRONGPASS/)
})
