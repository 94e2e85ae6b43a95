// Commands on strings.
import { type Command } from './command.ts'
import { parseLifetime, readSetOptions } from './set-options.ts'
import {
  addInteger,
  findEntry,
  OK,
  parseInteger,
  readAs,
  RedisError,
  replyInteger,
  type Reply,
  SYNTAX,
  writeAs,
  type Keyspace,
} from './keyspace.ts'

export const stringCommands: Record<string, Command> = {
  get: { arity: 2, run: (space, [key]) => readAs(space, key!, 'string') ?? null },
  set: { arity: -3, run: setString },
  setex: { arity: 4, run: (space, [key, seconds, value]) => setFor(space, key!, seconds!, 1000, value!, 'setex') },
  psetex: { arity: 4, run: (space, [key, ms, value]) => setFor(space, key!, ms!, 1, value!, 'psetex') },
  setnx: {
    arity: 3,
    run(space, [key, value]) {
      if (findEntry(space, key!)) return 0
      writeAs(space, key!, 'string', value!, null)
      return 1
    },
  },
  getset: {
    arity: 3,
    run(space, [key, value]) {
      const old = readAs(space, key!, 'string') ?? null
      writeAs(space, key!, 'string', value!, null)
      return old
    },
  },
  getdel: {
    arity: 2,
    run(space, [key]) {
      const old = readAs(space, key!, 'string') ?? null
      space.keys.delete(key!)
      return old
    },
  },
  mget: { arity: -2, run: (space, keys) => keys.map((key) => readIfString(space, key)) },
  mset: {
    arity: -3,
    run(space, args) {
      if (args.length % 2) throw new RedisError("ERR wrong number of arguments for 'mset' command")
      for (let at = 0; at < args.length; at += 2) writeAs(space, args[at]!, 'string', args[at + 1]!, null)
      return OK
    },
  },
  msetnx: {
    arity: -3,
    run(space, args) {
      if (args.length % 2) throw new RedisError("ERR wrong number of arguments for 'msetnx' command")
      if (args.some((key, at) => at % 2 === 0 && findEntry(space, key))) return 0
      for (let at = 0; at < args.length; at += 2) writeAs(space, args[at]!, 'string', args[at + 1]!, null)
      return 1
    },
  },
  getex: { arity: -2, run: readWithLifetime },
  incrbyfloat: {
    arity: 3,
    run(space, [key, by]) {
      const sum = parseFloatingPoint(readAs(space, key!, 'string') ?? '0') + parseFloatingPoint(by!)
      // Redis adds with more digits than it shows: 0.1 and 0.2 are 0.3.
      const value = String(Number(sum.toPrecision(15)))
      writeAs(space, key!, 'string', value)
      return value
    },
  },
  incr: { arity: 2, run: (space, [key]) => addTo(space, key!, 1n) },
  decr: { arity: 2, run: (space, [key]) => addTo(space, key!, -1n) },
  incrby: { arity: 3, run: (space, [key, by]) => addTo(space, key!, parseInteger(by!)) },
  decrby: { arity: 3, run: (space, [key, by]) => addTo(space, key!, -parseInteger(by!)) },
  append: {
    arity: 3,
    run(space, [key, more]) {
      const value = (readAs(space, key!, 'string') ?? '') + more!
      writeAs(space, key!, 'string', value)
      return value.length
    },
  },
  strlen: { arity: 2, run: (space, [key]) => readAs(space, key!, 'string')?.length ?? 0 },
  getrange: {
    arity: 4,
    run(space, [key, start, end]) {
      const bounds = [parseInteger(start!), parseInteger(end!)] as const
      const value = readAs(space, key!, 'string') ?? ''
      if (bounds[0] < 0n && bounds[1] < 0n && bounds[0] > bounds[1]) return ''
      const [from, to] = toSlice(value.length, ...bounds)
      // An end before the first byte counts as the first byte, here and nowhere else.
      return value.slice(from, Math.max(to, 1))
    },
  },
}

/** Turns inclusive bounds that may count from the end into those of `slice`. */
export function toSlice(length: number, start: bigint, end: bigint): [number, number] {
  const from = Number(start < 0n ? start + BigInt(length) : start)
  const to = Number(end < 0n ? end + BigInt(length) : end)
  return [Math.max(0, from), Math.max(0, to + 1)]
}

function setString(space: Keyspace, [key, value, ...rest]: string[]): Reply {
  const options = readSetOptions(rest, space.now)
  const entry = findEntry(space, key!)
  const old = options.get ? (readAs(space, key!, 'string') ?? null) : null
  const blocked = (options.only === 'nx' && entry) || (options.only === 'xx' && !entry)
  if (blocked) return options.get ? old : null
  writeAs(space, key!, 'string', value!, options.keepTtl ? (entry?.expires ?? null) : options.expires)
  return options.get ? old : OK
}

function setFor(space: Keyspace, key: string, text: string, unit: number, value: string, command: string): Reply {
  writeAs(space, key, 'string', value, space.now + parseLifetime(text, unit, command))
  return OK
}

function readIfString(space: Keyspace, key: string): Reply {
  const entry = findEntry(space, key)
  return entry?.type === 'string' ? entry.value : null
}

function addTo(space: Keyspace, key: string, by: bigint): Reply {
  const value = addInteger(parseInteger(readAs(space, key, 'string') ?? '0'), by)
  writeAs(space, key, 'string', String(value))
  return replyInteger(value)
}

/** GETEX: the value, and a new lifetime for the key or none. */
function readWithLifetime(space: Keyspace, [key, ...words]: string[]): Reply {
  const [option, ...rest] = words.map((word) => word.toLowerCase())
  const isLifetime = rest.length === 1 && /^(ex|px)(at)?$/.test(option!)
  if (words.length && !isLifetime && !(option === 'persist' && !rest.length)) throw new RedisError(SYNTAX)
  const value = readAs(space, key!, 'string')
  if (value === undefined) return null
  const expires = isLifetime ? readSetOptions(words, space.now, 'getex').expires : null
  if (words.length) writeAs(space, key!, 'string', value, expires)
  // Redis deletes at once what would already be over.
  findEntry(space, key!)
  return value
}

function parseFloatingPoint(text: string): number {
  const value = text.trim() === text && text ? Number(text) : NaN
  if (!Number.isFinite(value)) throw new RedisError('ERR value is not a valid float')
  return value
}
