// What a command of the fake Redis is.
import { type Keyspace, type Reply } from './keyspace.ts'

export interface Command {
  /** Number of words with the command's name; negative for "at least", as Redis counts. */
  arity: number
  /** Runs it on the keyspace, which it may change. Arguments are byte strings. Throws RedisError. */
  run(space: Keyspace, args: string[]): Reply
}
