// Runs one command of the fake Redis: finds it, checks its number of words, runs it.
import { collectionCommands } from './collections.ts'
import { type Command } from './command.ts'
import { hashCommands } from './hashes.ts'
import { keyCommands } from './keys.ts'
import { type Keyspace, RedisError, type Reply } from './keyspace.ts'
import { sortedSetCommands } from './sorted-sets.ts'
import { stringCommands } from './strings.ts'

const commands = new Map<string, Command>(
  [stringCommands, keyCommands, hashCommands, collectionCommands, sortedSetCommands].flatMap(Object.entries<Command>),
)

/** Finds a command and checks the number of its words. @throws RedisError as Redis words it */
export function findCommand([name = '', ...args]: readonly string[]): Command {
  const command = commands.get(name.toLowerCase())
  if (!command) {
    const beginning = args.map((arg) => `'${arg}' `).join('')
    throw new RedisError(`ERR unknown command '${name}', with args beginning with: ${beginning}`)
  }
  const count = args.length + 1
  if (command.arity > 0 ? count !== command.arity : count < -command.arity) {
    throw new RedisError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`)
  }
  return command
}

/** Runs one command, given as byte strings; changes the keyspace. @throws RedisError */
export function execute(space: Keyspace, words: readonly string[]): Reply {
  return findCommand(words).run(space, words.slice(1))
}
