// Commands on keys of any type, and on the database as a whole.
import { type Command } from './command.ts'
import { matchGlob } from './glob.ts'
import { scanItems } from './scan.ts'
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
  touch: { arity: -2, run: (space, keys) => keys.filter((key) => findEntry(space, key)).length },
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
  rename: { arity: 3, run: (space, [from, to]) => (renameKey(space, from!, to!, true) ? OK : null) },
  renamenx: { arity: 3, run: (space, [from, to]) => (renameKey(space, from!, to!, false) ? 1 : 0) },
  copy: { arity: -3, run: copyKey },
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

function scanKeys(space: Keyspace, words: string[]): Reply {
  const { next, found, type } = scanItems(listKeys(space), (key) => key, words, true)
  return [next, found.filter((key) => !type || findEntry(space, key)?.type === type)]
}

/** Puts an entry under a second name, unless the name is taken and may not be replaced. */
function copyKey(space: Keyspace, [from, to, ...options]: string[]): Reply {
  const words = options.map((option) => option.toLowerCase())
  if (words.some((word) => word !== 'replace')) throw new RedisError(SYNTAX)
  if (from === to) throw new RedisError('ERR source and destination objects are the same')
  const entry = findEntry(space, from!)
  if (!entry || (findEntry(space, to!) && !words.length)) return 0
  space.keys.set(to!, structuredClone(entry))
  return 1
}

function renameKey(space: Keyspace, from: string, to: string, mayReplace: boolean): boolean {
  const entry = findEntry(space, from)
  if (!entry) throw new RedisError('ERR no such key')
  if (!mayReplace && findEntry(space, to)) return false
  space.keys.delete(from)
  space.keys.set(to, entry)
  return true
}
