// Commands on lists and sets.
import { type Command } from './command.ts'
import { type Keyspace, OK, parseInteger, readAs, RedisError, type Reply, SYNTAX, writeAs } from './keyspace.ts'
import { scanItems } from './scan.ts'
import { toSlice } from './strings.ts'

export const collectionCommands: Record<string, Command> = {
  lpush: { arity: -3, run: (space, [key, ...items]) => push(space, key!, (list) => [...items.toReversed(), ...list]) },
  rpush: { arity: -3, run: (space, [key, ...items]) => push(space, key!, (list) => [...list, ...items]) },
  lpop: { arity: -2, run: (space, [key, count]) => pop(space, key!, count, 'head') },
  rpop: { arity: -2, run: (space, [key, count]) => pop(space, key!, count, 'tail') },
  llen: { arity: 2, run: (space, [key]) => readList(space, key!).length },
  lindex: {
    arity: 3,
    run(space, [key, index]) {
      const list = readAs(space, key!, 'list')
      return list ? (list.at(Number(parseInteger(index!))) ?? null) : null
    },
  },
  lrange: {
    arity: 4,
    run(space, [key, start, end]) {
      // Redis reads numbers before it looks at the key.
      const bounds = [parseInteger(start!), parseInteger(end!)] as const
      const list = readList(space, key!)
      return list.slice(...toSlice(list.length, ...bounds))
    },
  },
  lset: {
    arity: 4,
    run(space, [key, index, item]) {
      const list = readAs(space, key!, 'list')
      if (!list) throw new RedisError('ERR no such key')
      const given = Number(parseInteger(index!))
      const at = given < 0 ? given + list.length : given
      if (at < 0 || at >= list.length) throw new RedisError('ERR index out of range')
      writeAs(space, key!, 'list', list.with(at, item!))
      return OK
    },
  },
  lrem: { arity: 4, run: (space, [key, count, item]) => removeItems(space, key!, Number(parseInteger(count!)), item!) },
  ltrim: {
    arity: 4,
    run(space, [key, start, end]) {
      const bounds = [parseInteger(start!), parseInteger(end!)] as const
      const list = readList(space, key!)
      if (list.length) writeAs(space, key!, 'list', list.slice(...toSlice(list.length, ...bounds)))
      return OK
    },
  },
  sadd: {
    arity: -3,
    run(space, [key, ...members]) {
      const set = readSet(space, key!)
      const joined = [...new Set([...set, ...members])]
      writeAs(space, key!, 'set', joined)
      return joined.length - set.length
    },
  },
  srem: {
    arity: -3,
    run(space, [key, ...members]) {
      const set = readSet(space, key!)
      const kept = set.filter((member) => !members.includes(member))
      if (kept.length < set.length) writeAs(space, key!, 'set', kept)
      return set.length - kept.length
    },
  },
  smembers: { arity: 2, run: (space, [key]) => readSet(space, key!) },
  spop: { arity: -2, run: popMembers },
  sscan: {
    arity: -3,
    run(space, [key, ...words]) {
      const { next, found } = scanItems(readSet(space, key!), (member) => member, words)
      return [next, found]
    },
  },
  scard: { arity: 2, run: (space, [key]) => readSet(space, key!).length },
  sismember: { arity: 3, run: (space, [key, member]) => (readSet(space, key!).includes(member!) ? 1 : 0) },
}

function readList(space: Keyspace, key: string): string[] {
  return readAs(space, key, 'list') ?? []
}

function readSet(space: Keyspace, key: string): string[] {
  return readAs(space, key, 'set') ?? []
}

function push(space: Keyspace, key: string, change: (list: string[]) => string[]): Reply {
  const list = change(readList(space, key))
  writeAs(space, key, 'list', list)
  return list.length
}

/** One item without a count, a list of items with one; null from a key that does not exist. */
function pop(space: Keyspace, key: string, text: string | undefined, side: 'head' | 'tail'): Reply {
  const count = parseCount(text)
  const list = readList(space, key)
  if (!list.length) return null
  const taken = side === 'head' ? list.slice(0, count) : list.toReversed().slice(0, count)
  writeAs(space, key, 'list', side === 'head' ? list.slice(count) : list.slice(0, Math.max(0, list.length - count)))
  return text === undefined ? taken[0]! : taken
}

/** Takes members in their order, where Redis takes any: the same script shows the same on Demo. */
function popMembers(space: Keyspace, [key, text, ...rest]: string[]): Reply {
  if (rest.length) throw new RedisError(SYNTAX)
  const count = parseCount(text)
  const set = readSet(space, key!)
  const taken = set.slice(0, count)
  if (taken.length) writeAs(space, key!, 'set', set.slice(count))
  return text === undefined ? (taken[0] ?? null) : taken
}

function parseCount(text: string | undefined): number {
  const count = text === undefined ? 1 : Number(text)
  if (!Number.isInteger(count) || count < 0) throw new RedisError('ERR value is out of range, must be positive')
  return count
}

/** Removes so many items that are equal, from the head, from the tail for a negative count, all for 0. */
function removeItems(space: Keyspace, key: string, count: number, item: string): Reply {
  const list = readList(space, key)
  const equal = [...list.keys()].filter((at) => list[at] === item)
  const gone = new Set(count < 0 ? equal.slice(count) : equal.slice(0, count || equal.length))
  if (gone.size) {
    writeAs(
      space,
      key,
      'list',
      list.filter((_item, at) => !gone.has(at)),
    )
  }
  return gone.size
}
