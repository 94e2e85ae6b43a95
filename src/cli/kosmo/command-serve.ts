// `kosmo mcp:serve`: an MCP server on standard input and output, for agents.
import { setImmediate, setTimeout } from 'node:timers/promises'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createMcpServer } from '../mcp/create-server.ts'
import { createReadTool, createSearchTool } from '../mcp/docs-tools.ts'
import { createCheckTool, createRunTool } from '../mcp/lua-tools.ts'
import { type Tool } from '../mcp/tool.ts'
import { keepSpareThread } from '../thread/spare-thread.ts'
import { type Assets } from './assets.ts'
import { type Meta } from './envelope.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { type Options, readLimits, readMeta } from './options.ts'

/** How long calls may still take whose agent has closed the input, and how long stopped ones, to be answered. */
const DRAIN_MS = 30_000
const STOP_MS = 3_000

/** Serves until the input ends or the program is told to end. @returns the exit code */
export async function serveMcp(
  io: Io,
  load: () => Promise<Assets>,
  { values, positionals }: Options<'serve'>,
): Promise<number> {
  if (positionals.length) throw new UsageError(`mcp:serve takes options only, not "${positionals[0]}".`)
  const limits = readLimits(values)
  const meta = readMeta(values)
  const spare = keepSpareThread(io.startLua)
  const assets = await load()
  const parts = { assets, takeThread: spare.take, meta, limits, env: io.env }
  const tools = [createSearchTool(assets), createReadTool(assets), createCheckTool(parts), createRunTool(parts)]
  const stop = new AbortController()
  const { server, whenIdle } = createMcpServer(tools as Tool[], {
    ...{ version: assets.version, instructions: instruct(meta), force: meta.force },
    signal: AbortSignal.any([stop.signal, io.signal]),
  })
  server.onerror = ({ name, message }) => {
    // A message of another form: its text is the JSON of what was expected.
    const reason = name === 'ZodError' ? 'what came is no message of the protocol' : message
    io.err(`kosmo mcp:serve: ${reason.split('\n')[0]!.slice(0, 200)}\n`)
  }
  const told = waitForEvent(io.signal, 'abort')
  const ended = Promise.race([
    ...[waitForEvent(process.stdin, 'end'), waitForEvent(process.stdin, 'close'), told],
    new Promise<void>((resolve) => (server.onclose = resolve)),
  ])
  await server.connect(new StdioServerTransport())
  await ended
  // What came last has been read, but not yet begun.
  await setImmediate()
  if (!io.signal.aborted) await Promise.race([whenIdle(), wait(DRAIN_MS), told])
  stop.abort()
  await Promise.race([whenIdle(), wait(STOP_MS)])
  await setImmediate()
  await server.close()
  spare.end()
  return EXIT.ok
}

function waitForEvent(source: EventTarget | NodeJS.EventEmitter, name: string): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      resolve()
    }
    if (source instanceof EventTarget) source.addEventListener(name, settle, { once: true })
    else source.once(name, settle)
  })
}

/** Does not keep the program from its end. */
function wait(ms: number): Promise<void> {
  return setTimeout(ms, undefined, { ref: false })
}

function instruct({ demo, dryRun }: Meta): string {
  const where = dryRun
    ? 'Every run is a dry run.'
    : demo
      ? 'Calls are answered by sample data.'
      : 'Calls go to the accounts of the person who started this server.'
  return `Lua 5.4 scripts that call integrations. Find functions with search_docs, read what they take with read_doc, then run a script with run_lua. ${where}`
}
