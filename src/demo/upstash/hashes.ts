// Commands on hashes.
import { type Command } from './command.ts'
import { addInteger, parseInteger, readAs, RedisError, replyInteger, writeAs, type Keyspace } from './keyspace.ts'
import { scanItems } from './scan.ts'

export const hashCommands: Record<string, Command> = {
  hset: {
    arity: -4,
    run(space, [key, ...pairs]) {
      if (pairs.length % 2) throw new RedisError("ERR wrong number of arguments for 'hset' command")
      const fields = new Map(readFields(space, key!))
      const before = fields.size
      for (let at = 0; at < pairs.length; at += 2) fields.set(pairs[at]!, pairs[at + 1]!)
      writeAs(space, key!, 'hash', [...fields])
      return fields.size - before
    },
  },
  hsetnx: {
    arity: 4,
    run(space, [key, field, value]) {
      const fields = new Map(readFields(space, key!))
      if (fields.has(field!)) return 0
      writeAs(space, key!, 'hash', [...fields, [field!, value!]])
      return 1
    },
  },
  hscan: {
    arity: -3,
    run(space, [key, ...words]) {
      const { next, found } = scanItems(readFields(space, key!), ([name]) => name, words)
      return [next, found.flat()]
    },
  },
  hget: { arity: 3, run: (space, [key, field]) => new Map(readFields(space, key!)).get(field!) ?? null },
  hmget: {
    arity: -3,
    run(space, [key, ...names]) {
      const fields = new Map(readFields(space, key!))
      return names.map((name) => fields.get(name) ?? null)
    },
  },
  hgetall: { arity: 2, run: (space, [key]) => readFields(space, key!).flat() },
  hkeys: { arity: 2, run: (space, [key]) => readFields(space, key!).map(([name]) => name) },
  hvals: { arity: 2, run: (space, [key]) => readFields(space, key!).map(([, value]) => value) },
  hlen: { arity: 2, run: (space, [key]) => readFields(space, key!).length },
  hexists: { arity: 3, run: (space, [key, field]) => (new Map(readFields(space, key!)).has(field!) ? 1 : 0) },
  hdel: {
    arity: -3,
    run(space, [key, ...names]) {
      const fields = readFields(space, key!)
      const kept = fields.filter(([name]) => !names.includes(name))
      if (kept.length < fields.length) writeAs(space, key!, 'hash', kept)
      return fields.length - kept.length
    },
  },
  hincrby: {
    arity: 4,
    run(space, [key, field, by]) {
      const change = parseInteger(by!)
      const fields = new Map(readFields(space, key!))
      const old = fields.get(field!) ?? '0'
      const value = addInteger(readCounter(old), change)
      fields.set(field!, String(value))
      writeAs(space, key!, 'hash', [...fields])
      return replyInteger(value)
    },
  },
}

function readFields(space: Keyspace, key: string): [string, string][] {
  return readAs(space, key, 'hash') ?? []
}

function readCounter(text: string): bigint {
  try {
    return parseInteger(text)
  } catch {
    throw new RedisError('ERR hash value is not an integer')
  }
}
