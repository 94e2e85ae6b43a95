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

type Command = (io: Io, load: () => Promise<Assets>, argv: string[]) => Promise<number>

const COMMANDS: Record<string, Command> = {
  'integrations:lua': (io, load, argv) => runLua(io, load, readOptions('lua', argv), true),
  'mcp:lua': (io, load, argv) => runLua(io, load, readOptions('lua', argv), false),
  // Loaded when it is asked for: no other command needs the protocol.
  'mcp:serve': async (io, load, argv) =>
    (await import('./command-serve.ts')).serveMcp(io, load, readOptions('serve', argv)),
  'integrations:list': async (io, load, argv) => listIntegrations(io, readOptions('read', argv), await load()),
  'integrations:search': async (io, load, argv) => searchFunctions(io, readOptions('read', argv), await load()),
  'integrations:docs': async (io, load, argv) => readDocs(io, readOptions('read', argv), await load()),
  'integrations:call': async (io, load, argv) => callFunction(io, readOptions('call', argv), await load()),
}

/** @returns the exit code, see {@link EXIT} */
export async function runKosmo(argv: string[], io: Io, load: () => Promise<Assets>): Promise<number> {
  const [name, ...rest] = argv
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  if (name === undefined || name === 'help' || words.some((word) => word === '--help' || word === '-h')) {
    io.out(USAGE)
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  if (name === '--version') {
    io.out(`${(await load()).version}\n`)
    return EXIT.ok
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new UsageError(`There is no command ${name}.${suggest(name)} kosmo help lists them.`)
    return await command(io, load, rest)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    // Standard output of a server is for its protocol alone.
    if (words.some((word) => /^--json(=|$)/.test(word)) && name !== 'mcp:serve')
      io.out(printJson({ success: false, error: error.message }))
    else io.err(`${error.message}\n`)
    return EXIT.usage
  }
}

function suggest(name: string): string {
  const near = nearestName(name, Object.keys(COMMANDS))
  return near ? ` Did you mean ${near}?` : ''
}
