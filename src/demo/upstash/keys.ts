// Commands on keys of any type, and on the database as a whole.
import { type Command } from './command.ts'
import { matchGlob } from './glob.ts'
import {
  findEntry,
  type Keyspace,
  listKeys,
  OK,
  parseInteger,
  RedisError,
  replyInteger,
  type Reply,
  SYNTAX,
} from './keyspace.ts'

export const keyCommands: Record<string, Command> = {
  del: { arity: -2, run: removeKeys },
  unlink: { arity: -2, run: removeKeys },
  exists: { arity: -2, run: (space, keys) => keys.filter((key) => findEntry(space, key)).length },
  type: { arity: 2, run: (space, [key]) => ({ status: findEntry(space, key!)?.type ?? 'none' }) },
  keys: { arity: 2, run: (space, [pattern]) => listKeys(space).filter((key) => matchGlob(pattern!, key)) },
  scan: { arity: -2, run: scanKeys },
  ttl: { arity: 2, run: (space, [key]) => readTtl(space, key!, 1000) },
  pttl: { arity: 2, run: (space, [key]) => readTtl(space, key!, 1) },
  expire: { arity: -3, run: (space, [key, seconds]) => expireAt(space, key!, parseInteger(seconds!) * 1000n, true) },
  pexpire: { arity: -3, run: (space, [key, ms]) => expireAt(space, key!, parseInteger(ms!), true) },
  expireat: { arity: -3, run: (space, [key, seconds]) => expireAt(space, key!, parseInteger(seconds!) * 1000n, false) },
  persist: {
    arity: 2,
    run(space, [key]) {
      const entry = findEntry(space, key!)
      if (!entry || entry.expires === null) return 0
      entry.expires = null
      return 1
    },
  },
  rename: {
    arity: 3,
    run(space, [from, to]) {
      const entry = findEntry(space, from!)
      if (!entry) throw new RedisError('ERR no such key')
      space.keys.delete(from!)
      space.keys.set(to!, entry)
      return OK
    },
  },
  dbsize: { arity: 1, run: (space) => listKeys(space).length },
  flushdb: { arity: -1, run: clear },
  flushall: { arity: -1, run: clear },
  ping: {
    arity: -1,
    run(_space, args) {
      if (args.length > 1) throw new RedisError("ERR wrong number of arguments for 'ping' command")
      return args[0] ?? { status: 'PONG' }
    },
  },
  echo: { arity: 2, run: (_space, [text]) => text! },
}

function removeKeys(space: Keyspace, keys: string[]): Reply {
  const removed = keys.filter((key) => findEntry(space, key) && space.keys.delete(key))
  return removed.length
}

function clear(space: Keyspace): Reply {
  space.keys.clear()
  return OK
}

/** -2 for a key that does not exist, -1 for one that stays for good. */
function readTtl(space: Keyspace, key: string, unit: number): Reply {
  const entry = findEntry(space, key)
  if (!entry) return -2
  if (entry.expires === null) return -1
  return replyInteger(BigInt(Math.round((entry.expires - space.now) / unit)))
}

function expireAt(space: Keyspace, key: string, ms: bigint, fromNow: boolean): Reply {
  const entry = findEntry(space, key)
  if (!entry) return 0
  entry.expires = Number(ms) + (fromNow ? space.now : 0)
  // Redis deletes at once what would already be over.
  findEntry(space, key)
  return 1
}

/** The cursor is the place in the list of keys; Redis promises nothing about its meaning. */
function scanKeys(space: Keyspace, [cursor, ...options]: string[]): Reply {
  if (!/^\d+$/.test(cursor!)) throw new RedisError('ERR invalid cursor')
  const { match, count, type } = readScanOptions(options)
  const start = Number(cursor)
  const keys = listKeys(space)
  const page = keys.slice(start, start + count)
  const next = start + count < keys.length ? start + count : 0
  const found = page.filter((key) => matchGlob(match, key) && (!type || findEntry(space, key)?.type === type))
  return [String(next), found]
}

function readScanOptions(options: readonly string[]): { match: string; count: number; type: string | null } {
  const read = { match: '*', count: 10, type: null as string | null }
  if (options.length % 2) throw new RedisError(SYNTAX)
  for (let at = 0; at < options.length; at += 2) {
    const [name, value] = [options[at]!.toLowerCase(), options[at + 1]!]
    if (name === 'match') read.match = value
    else if (name === 'type') read.type = value.toLowerCase()
    else if (name === 'count') read.count = Number(parseInteger(value))
    else throw new RedisError(SYNTAX)
  }
  if (read.count < 1) throw new RedisError(SYNTAX)
  return read
}
