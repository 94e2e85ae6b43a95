// The options of SET and GETEX: lifetimes, conditions, and what becomes of the old value.
import { parseInteger, RedisError, SYNTAX } from './keyspace.ts'

export interface SetOptions {
  /** When the key disappears, in milliseconds since 1970; null for never. */
  expires: number | null
  keepTtl: boolean
  only: 'nx' | 'xx' | null
  get: boolean
}

const UNITS: Record<string, { unit: number; isMoment: boolean }> = {
  ex: { unit: 1000, isMoment: false },
  px: { unit: 1, isMoment: false },
  exat: { unit: 1000, isMoment: true },
  pxat: { unit: 1, isMoment: true },
}

/** Reads what follows key and value; `command` is what errors name. @throws RedisError where two options contradict each other */
export function readSetOptions(args: readonly string[], now: number, command = 'set'): SetOptions {
  const options: SetOptions = { expires: null, keepTtl: false, only: null, get: false }
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!.toLowerCase()
    const lifetime = Object.hasOwn(UNITS, word) ? UNITS[word] : undefined
    if (lifetime && options.expires === null && !options.keepTtl && at + 1 < args.length) {
      options.expires = parseLifetime(args[++at]!, lifetime.unit, command) + (lifetime.isMoment ? 0 : now)
    } else if (word === 'keepttl' && options.expires === null) {
      options.keepTtl = true
    } else if ((word === 'nx' || word === 'xx') && (options.only ?? word) === word) {
      options.only = word
    } else if (word === 'get') {
      options.get = true
    } else {
      throw new RedisError(SYNTAX)
    }
  }
  return options
}

/** Reads a lifetime in milliseconds; it must be positive. */
export function parseLifetime(text: string, unit: number, command: string): number {
  const value = parseInteger(text)
  const limit = (2n ** 63n - 1n) / BigInt(unit)
  if (value <= 0n || value > limit) throw new RedisError(`ERR invalid expire time in '${command}' command`)
  return Number(value) * unit
}
