// The command as a whole: which command it is, and how it ends.
import { type Assets } from './assets.ts'
import { callFunction } from './command-call.ts'
import { runLua } from './command-lua.ts'
import { listIntegrations, readDocs, searchFunctions } from './command-read.ts'
import { printJson } from './envelope.ts'
import { nearestName } from '../../contract/names.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { readOptions } from './options.ts'
import { USAGE } from './usage.ts'

type Command = (io: Io, assets: Assets, argv: string[]) => Promise<number> | number

const COMMANDS: Record<string, Command> = {
  'integrations:lua': (io, assets, argv) => runLua(io, assets, readOptions('lua', argv), true),
  'mcp:lua': (io, assets, argv) => runLua(io, assets, readOptions('lua', argv), false),
  'integrations:list': (io, assets, argv) => listIntegrations(io, assets, readOptions('read', argv)),
  'integrations:search': (io, assets, argv) => searchFunctions(io, assets, readOptions('read', argv)),
  'integrations:docs': (io, assets, argv) => readDocs(io, assets, readOptions('read', argv)),
  'integrations:call': (io, assets, argv) => callFunction(io, assets, readOptions('call', argv)),
}

/** @returns the exit code, see {@link EXIT} */
export async function runKosmo(argv: string[], io: Io, load: () => Promise<Assets>): Promise<number> {
  const [name, ...rest] = argv
  if (
    name === undefined ||
    name === 'help' ||
    rest.some((word) => word === '--help' || word === '-h') ||
    name === '--help' ||
    name === '-h'
  ) {
    io.out(USAGE)
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new UsageError(`There is no command ${name}.${suggest(name)} kosmo help lists them.`)
    return await command(io, await load(), rest)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    if (rest.includes('--json')) io.out(printJson({ success: false, error: error.message }))
    else io.err(`${error.message}\n`)
    return EXIT.usage
  }
}

function suggest(name: string): string {
  const near = nearestName(name, Object.keys(COMMANDS))
  return near ? ` Did you mean ${near}?` : ''
}
