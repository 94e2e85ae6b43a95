// The keys of the fake Redis: entries with their types and lifetimes, and the replies and errors of commands.

interface Contents {
  string: string
  hash: [string, string][]
  list: string[]
  set: string[]
  zset: [string, number][]
}

export type EntryType = keyof Contents

/** One key's contents. Strings, fields and members are byte strings. */
export type Entry = { [Type in EntryType]: { type: Type; value: Contents[Type]; expires: number | null } }[EntryType]

/** What commands work on: a private copy of the keys, and the time in milliseconds since 1970. */
export interface Keyspace {
  keys: Map<string, Entry>
  now: number
}

/** A reply: a status line is told from a bulk string, as in Redis's own protocol. */
export type Reply = null | number | bigint | string | { status: string } | Reply[]

export const OK: Reply = { status: 'OK' }

/** An error that a command answers with; the message begins with its kind, as `ERR` or `WRONGTYPE`. */
export class RedisError extends Error {}

export const SYNTAX = 'ERR syntax error'
export const NOT_INTEGER = 'ERR value is not an integer or out of range'

/** The entry of a key that has not expired. */
export function findEntry(space: Keyspace, key: string): Entry | undefined {
  const entry = space.keys.get(key)
  if (!entry || entry.expires === null || entry.expires > space.now) return entry
  space.keys.delete(key)
  return undefined
}

/** The contents of a key that must hold one type; undefined when the key does not exist. */
export function readAs<Type extends EntryType>(space: Keyspace, key: string, type: Type): Contents[Type] | undefined {
  const entry = findEntry(space, key)
  if (!entry) return undefined
  if (entry.type !== type) throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value')
  return entry.value as Contents[Type]
}

/** Puts contents under a key. An empty collection removes the key; a lifetime stays unless another is given. */
export function writeAs<Type extends EntryType>(
  space: Keyspace,
  key: string,
  type: Type,
  value: Contents[Type],
  expires: number | null = findEntry(space, key)?.expires ?? null,
): void {
  if (type !== 'string' && !value.length) space.keys.delete(key)
  else space.keys.set(key, { type, value, expires } as Entry)
}

/** Names of the keys that have not expired. */
export function listKeys(space: Keyspace): string[] {
  return [...space.keys.keys()].filter((key) => findEntry(space, key))
}

const MAX_INT64 = 2n ** 63n - 1n
const MIN_INT64 = -(2n ** 63n)

/** Reads a 64-bit integer as strictly as Redis: no spaces, no plus, no leading zeros. */
export function parseInteger(text: string): bigint {
  const value = /^(0|-?[1-9]\d{0,18})$/.test(text) ? BigInt(text) : null
  if (value === null || value > MAX_INT64 || value < MIN_INT64) throw new RedisError(NOT_INTEGER)
  return value
}

/** @throws RedisError where the sum is no integer of 64 bits */
export function addInteger(value: bigint, change: bigint): bigint {
  const sum = value + change
  if (sum > MAX_INT64 || sum < MIN_INT64) throw new RedisError('ERR increment or decrement would overflow')
  return sum
}

/** An integer as a reply: a plain number where a double can hold it. */
export function replyInteger(value: bigint): Reply {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}
