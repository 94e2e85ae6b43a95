// Commands on sorted sets.
import { type Command } from './command.ts'
import { type Keyspace, parseInteger, readAs, RedisError, type Reply, SYNTAX, writeAs } from './keyspace.ts'
import { scanItems } from './scan.ts'
import { toSlice } from './strings.ts'

type Member = [name: string, score: number]

export const sortedSetCommands: Record<string, Command> = {
  zadd: {
    arity: -4,
    run(space, [key, ...pairs]) {
      if (pairs.length % 2) throw new RedisError(SYNTAX)
      const scores = pairs.flatMap((text, at) => (at % 2 ? [] : [parseScore(text)]))
      const members = new Map(readMembers(space, key!))
      const before = members.size
      for (const [at, score] of scores.entries()) members.set(pairs[2 * at + 1]!, score)
      writeAs(space, key!, 'zset', sortMembers([...members]))
      return members.size - before
    },
  },
  zscore: {
    arity: 3,
    run(space, [key, name]) {
      const score = new Map(readMembers(space, key!)).get(name!)
      return score === undefined ? null : formatScore(score)
    },
  },
  zincrby: {
    arity: 4,
    run(space, [key, by, name]) {
      const change = parseScore(by!)
      const members = new Map(readMembers(space, key!))
      const score = (members.get(name!) ?? 0) + change
      if (Number.isNaN(score)) throw new RedisError('ERR resulting score is not a number (NaN)')
      writeAs(space, key!, 'zset', sortMembers([...members.set(name!, score)]))
      return formatScore(score)
    },
  },
  zrank: {
    arity: 3,
    run(space, [key, name]) {
      const rank = readMembers(space, key!).findIndex(([member]) => member === name)
      return rank < 0 ? null : rank
    },
  },
  zscan: {
    arity: -3,
    run(space, [key, ...words]) {
      const { next, found } = scanItems(readMembers(space, key!), ([name]) => name, words)
      return [next, found.flatMap(([name, score]) => [name, formatScore(score)])]
    },
  },
  zcard: { arity: 2, run: (space, [key]) => readMembers(space, key!).length },
  zrem: {
    arity: -3,
    run(space, [key, ...names]) {
      const members = readMembers(space, key!)
      const kept = members.filter(([name]) => !names.includes(name))
      if (kept.length < members.length) writeAs(space, key!, 'zset', kept)
      return members.length - kept.length
    },
  },
  zrange: { arity: -4, run: rangeMembers },
}

/** By rank, with REV and WITHSCORES; ranges by score are not in this fake. */
function rangeMembers(space: Keyspace, [key, start, end, ...options]: string[]): Reply {
  const words = options.map((option) => option.toLowerCase())
  if (words.some((word) => word !== 'rev' && word !== 'withscores')) throw new RedisError(SYNTAX)
  const bounds = [parseInteger(start!), parseInteger(end!)] as const
  const members = readMembers(space, key!)
  const ordered = words.includes('rev') ? members.toReversed() : members
  const range = ordered.slice(...toSlice(ordered.length, ...bounds))
  return range.flatMap(([name, score]) => (words.includes('withscores') ? [name, formatScore(score)] : [name]))
}

function readMembers(space: Keyspace, key: string): Member[] {
  return readAs(space, key, 'zset') ?? []
}

function sortMembers(members: Member[]): Member[] {
  return members.sort(([nameA, a], [nameB, b]) => a - b || (nameA < nameB ? -1 : 1))
}

function parseScore(text: string): number {
  const score = /^[+-]?inf(inity)?$/i.test(text) ? Infinity * (text.startsWith('-') ? -1 : 1) : Number(text)
  if (Number.isNaN(score) || !text.trim()) throw new RedisError('ERR value is not a valid float')
  return score
}

function formatScore(score: number): string {
  return Number.isFinite(score) ? String(score) : score > 0 ? 'inf' : '-inf'
}
