// The built server as a story needs it: on a port of its own, with a fresh database and settings that can be changed.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createDatabase, dropDatabase, TEMPLATE } from '../../server/db/testing/database.ts'

export const ROOT = join(import.meta.dirname, '../..')
const READY_MS = 120_000

export interface RunningServer {
  /** Where it listens, without a slash at the end. Without PUBLIC_URL this is its origin. */
  url: string
  pid: number
  /** Everything it printed so far, standard output and error. */
  output: () => string
  /** Address of its database, for tests that look into the tables. */
  databaseUrl: string | undefined
  /** Tells it to stop, waits, drops its database. */
  stop(): Promise<void>
  /** Ends it without a warning; its database stays until `stop`. */
  kill(): Promise<void>
}

export interface ServerOptions {
  /** Settings over the defaults: port 0, a fresh copy of the migrated database, a random master key. */
  env?: Record<string, string>
  /** False gives no DATABASE_URL, so that the server starts its own PostgreSQL in the DATA_DIR of `env`. */
  sharedDatabase?: boolean
}

/** Starts the built server (`npm run build` first) and waits until it says its address. */
export async function startServer({ env = {}, sharedDatabase = true }: ServerOptions = {}): Promise<RunningServer> {
  const name = `story_${randomBytes(6).toString('hex')}`
  const databaseUrl = sharedDatabase ? await createDatabase(name, TEMPLATE) : undefined
  const child = spawnServer({
    PORT: '0',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl, MASTER_KEYS: `test:${randomBytes(32).toString('base64')}` } : {}),
    ...env,
  })
  const { output, address } = watchOutput(child)
  const url = await address.catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    pid: child.pid!,
    output,
    databaseUrl,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      if (databaseUrl) await dropDatabase(name)
    },
  }
}

/** The server process with nothing of the test's own environment but the path. */
export function spawnServer(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'build/server/main.mjs')], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Collects what a server prints; `address` rejects with it when the server ends or takes too long. */
export function watchOutput(child: ChildProcess): { output: () => string; address: Promise<string> } {
  let text = ''
  const address = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`The server did not start in time:\n${text}`))
    }, READY_MS)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The server ended with code ${code}:\n${text}`))
    })
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        text += `${line}\n`
        const [, url, behind] = /^KosmoKrator Lua is at ([^\s,]+)(?:, listening on (\S+))?$/.exec(line) ?? []
        if (!url) return
        clearTimeout(late)
        resolve(behind ? `http://${behind}` : url)
      })
    }
  })
  // A caller may only want the output.
  address.catch(() => undefined)
  return { output: () => text, address }
}
