// SCAN and its kin: pages of a list, by a cursor, with a pattern for the names.
import { matchGlob } from './glob.ts'
import { parseInteger, RedisError, SYNTAX } from './keyspace.ts'

interface ScanOptions {
  match: string
  count: number
  type: string | null
}

/**
 * One page of the items whose names match. The cursor is the place in the list; Redis promises nothing about its meaning.
 *
 * @param words the cursor and the options of the command
 * @param takesType whether the option TYPE is known; whoever scans applies it
 */
export function scanItems<Item>(
  items: readonly Item[],
  readName: (item: Item) => string,
  [cursor, ...options]: readonly string[],
  takesType = false,
): { next: string; found: Item[]; type: string | null } {
  if (!/^\d+$/.test(cursor!)) throw new RedisError('ERR invalid cursor')
  const { match, count, type } = readScanOptions(options, takesType)
  const start = Number(cursor)
  const next = start + count < items.length ? start + count : 0
  const found = items.slice(start, start + count).filter((item) => matchGlob(match, readName(item)))
  return { next: String(next), found, type }
}

function readScanOptions(options: readonly string[], takesType: boolean): ScanOptions {
  const read: ScanOptions = { match: '*', count: 10, type: null }
  if (options.length % 2) throw new RedisError(SYNTAX)
  for (let at = 0; at < options.length; at += 2) {
    const [name, value] = [options[at]!.toLowerCase(), options[at + 1]!]
    if (name === 'match') read.match = value
    else if (name === 'type' && takesType) read.type = value.toLowerCase()
    else if (name === 'count') read.count = Number(parseInteger(value))
    else throw new RedisError(SYNTAX)
  }
  if (read.count < 1) throw new RedisError(SYNTAX)
  return read
}
