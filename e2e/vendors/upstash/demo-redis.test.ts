// The fake Redis of the demo against a real one: patterns and commands at random, compared answer by answer.
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { encodeText } from '../../../src/demo/upstash/bytes.ts'
import { execute } from '../../../src/demo/upstash/execute.ts'
import { matchGlob } from '../../../src/demo/upstash/glob.ts'
import { type Entry, type Keyspace, RedisError, type Reply } from '../../../src/demo/upstash/keyspace.ts'
import { startRedis } from './start-redis.ts'

const server = await startRedis()
const redis = server && new Redis({ port: server.port, stringNumbers: true })

afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

/** Small alphabets, so that random patterns and texts meet. */
const patternText = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '*', '?', '[', ']', '^', '-', '\\'),
  maxLength: 8,
})
const keyText = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '[', ']', '^', '-', '\\', '*'),
  minLength: 1,
  maxLength: 5,
})

test.skipIf(!redis)('patterns match the same keys', async () => {
  const property = fc.asyncProperty(
    fc.array(patternText, { maxLength: 20 }),
    fc.uniqueArray(keyText, { minLength: 1, maxLength: 20 }),
    async (patterns, keys) => {
      await redis!.flushall()
      await redis!.mset(keys.flatMap((key) => [key, '']))
      for (const pattern of patterns) {
        const ours = keys.filter((key) => matchGlob(pattern, key)).sort()
        expect({ pattern, keys: ours }).toEqual({ pattern, keys: (await redis!.keys(pattern)).sort() })
      }
    },
  )
  await fc.assert(property, { numRuns: 200 })
})

const key = fc.constantFrom('a', 'b', 'c')
const value = fc.constantFrom('', 'x', '0', '7', '-3', '007', ' 1', 'ü👋', '9223372036854775807', 'hello')
const number = fc.constantFrom('0', '1', '-1', '2', '-2', '100', 'x', '1.5')

/** Commands whose answers do not hang on time or on the order of a hash table. */
const command = fc.oneof(
  fc.tuple(fc.constant('SET'), key, value),
  fc.tuple(fc.constant('SET'), key, value, fc.constantFrom('NX', 'XX', 'GET', 'KEEPTTL', 'bad')),
  fc.tuple(fc.constant('SET'), key, value, fc.constantFrom('EX', 'PX'), fc.constantFrom('0', '-1', 'x', '100000')),
  fc.tuple(fc.constant('SETNX'), key, value),
  fc.tuple(
    fc.constantFrom(
      'GET',
      'DEL',
      'EXISTS',
      'TYPE',
      'STRLEN',
      'INCR',
      'DECR',
      'GETDEL',
      'PERSIST',
      'LLEN',
      'HLEN',
      'SCARD',
      'ZCARD',
    ),
    key,
  ),
  fc.tuple(
    fc.constantFrom(
      'INCRBY',
      'DECRBY',
      'APPEND',
      'GETSET',
      'SADD',
      'SREM',
      'SISMEMBER',
      'HGET',
      'HEXISTS',
      'HDEL',
      'LPUSH',
      'RPUSH',
      'ZSCORE',
      'ZREM',
    ),
    key,
    value,
  ),
  fc.tuple(fc.constantFrom('HSET', 'HSETNX'), key, value, value),
  fc.tuple(fc.constantFrom('TOUCH', 'GETEX'), key),
  fc.tuple(fc.constant('GETEX'), key, fc.constantFrom('PERSIST', 'KEEPTTL', 'NX', 'bad')),
  fc.tuple(fc.constant('GETEX'), key, fc.constantFrom('EX', 'PX'), fc.constantFrom('0', '-1', 'x', '100000')),
  fc.tuple(fc.constant('LSET'), key, number, value),
  fc.tuple(fc.constant('LREM'), key, number, value),
  fc.tuple(fc.constant('LTRIM'), key, number, number),
  fc.tuple(fc.constant('ZINCRBY'), key, number, value),
  fc.tuple(fc.constant('ZRANK'), key, value),
  fc.tuple(fc.constantFrom('SPOP'), key, fc.constantFrom('100', '-1', 'x', '1.5')),
  fc.tuple(fc.constant('MSETNX'), key, value, key, value),
  fc.tuple(fc.constantFrom('RENAMENX', 'COPY'), key, key),
  fc.tuple(fc.constant('COPY'), key, key, fc.constantFrom('REPLACE', 'bad')),
  fc.tuple(fc.constant('HINCRBY'), key, value, number),
  fc.tuple(fc.constant('ZADD'), key, number, value),
  fc.tuple(fc.constantFrom('LRANGE', 'GETRANGE', 'ZRANGE'), key, number, number),
  fc.tuple(fc.constantFrom('LPOP', 'RPOP'), key),
  fc.tuple(fc.constantFrom('LPOP', 'RPOP', 'LINDEX'), key, number),
  fc.tuple(fc.constant('MGET'), key, key),
  fc.tuple(fc.constant('RENAME'), key, key),
  fc.tuple(fc.constantFrom('GET', 'SET', 'LRANGE', 'PING', 'NOSUCH', 'DBSIZE'), key),
)

test.skipIf(!redis)('commands answer the same', async () => {
  const property = fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
    await redis!.flushall()
    const space: Keyspace = { keys: new Map<string, Entry>(), now: 0 }
    for (const words of commands) {
      const ours = answer(() => execute(space, words.map(encodeText)))
      const theirs = await redis!.callBuffer(...(words as [string, ...string[]])).then(readBuffers, readError)
      expect({ words, answer: ours }).toEqual({ words, answer: theirs })
    }
  })
  await fc.assert(property, { numRuns: 300 })
})

function answer(run: () => Reply): unknown {
  try {
    return flatten(run())
  } catch (error) {
    if (error instanceof RedisError) return { error: error.message }
    throw error
  }
}

/** Replies with numbers and status lines as text, since the client tells neither from strings. */
function flatten(reply: Reply): unknown {
  if (Array.isArray(reply)) return reply.map(flatten)
  if (typeof reply === 'number' || typeof reply === 'bigint') return String(reply)
  return typeof reply === 'object' && reply !== null ? reply.status : reply
}

function readBuffers(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(readBuffers)
  return Buffer.isBuffer(raw) ? raw.toString('latin1') : raw
}

function readError(error: unknown): unknown {
  return { error: encodeText((error as Error).message) }
}
