// Brings the parts of the server up, and down again in the opposite order.
import { join } from 'node:path'
import { writeLimits } from '../src/contract/limit-settings.ts'
import { mountApi } from './api/mount.ts'
import { createSnippetReader } from './api/snippets/create-reader.ts'
import { checkDataDir, findClaim } from './db/embedded/start.ts'
import { type Database, startDatabase } from './db/start.ts'
import { migrateDatabase } from './db/migrate.ts'
import { createPool, type Pool } from './db/pool.ts'
import { rewrapUserKeys } from './db/queries/rewrap-user-keys.ts'
import { createEgress } from './egress/create-egress.ts'
import { StartFailure } from './failure.ts'
import { createApp } from './http/app.ts'
import { describeForLog } from './http/error-line.ts'
import { type Listener, listen } from './http/listen.ts'
import { createOrigins } from './http/origins.ts'
import { showLimits } from './http/show-limits.ts'
import { openFolder, openSite } from './http/site.ts'
import { loadCatalog } from './load-catalog.ts'
import { loadMasterKeys, type MasterKeys } from './master-keys.ts'
import { type Settings } from './settings.ts'
import { createVault } from './vault/vault.ts'

export interface StartOptions {
  settings: Settings
  /** Top of the checkout. */
  root: string
  development: boolean
  /** Asks the server to stop. */
  signal: AbortSignal
  /** Tells the person at the terminal, or whoever keeps the log. */
  say: (line: string) => void
}

/** A vendor call may take 30 s; who waits for one still gets the answer. */
const DRAIN_MS = 35_000

/**
 * Runs the server until the signal asks it to stop and everything is put away.
 *
 * @throws StartFailure when it cannot start, or when its database went away for good
 */
export async function runServer({ settings, root, development, signal, say }: StartOptions): Promise<void> {
  await using stack = new AsyncDisposableStack()
  // The port first: when it is taken, nothing has been touched yet.
  const listener = await takePort(settings)
  if (!settings.databaseUrl) checkDataDir(settings.dataDir)
  // A database elsewhere has to answer first: until then there is nothing to make a key for.
  const ownKeys = settings.databaseUrl ? undefined : openMasterKeys(settings, say)
  const database = await startDatabase(settings)
  stack.defer(() => database.stop())
  const end = untilEnd(signal, database)
  await Promise.race([end, migrateDatabase(database.url)])
  if (signal.aborted) return
  const masterKeys = ownKeys ?? openMasterKeys(settings, say)

  const pool = createPool(database.url)
  stack.defer(() => pool.end())
  const vault = createVault(masterKeys.keys)
  const rewrapped = await rewrapUserKeys(pool, vault)
  const origins = createOrigins(settings.publicUrl, settings.host, listener.port)
  const egress = createEgress(settings)
  stack.defer(() => egress.close())
  const logError = (request: string, error: unknown) => {
    say(JSON.stringify({ time: new Date().toISOString(), request, error: describeForLog(error) }))
  }
  const clock = () => new Date()
  const app = createApp({
    settings,
    origins,
    root,
    site: development ? openFolder(root) : showLimits(openSite(root), settings.limits),
    development,
    isReady: async () => !signal.aborted && (await answers(pool)),
    log: (line) => {
      say(JSON.stringify(line))
    },
    logError,
    readSnippet: createSnippetReader({ pool, clock, origins, masterKeys: masterKeys.keys }),
    mountApi: (routes) => {
      mountApi(routes, {
        settings,
        pool,
        origins,
        catalog: loadCatalog(join(root, development ? 'public/catalog' : 'dist/catalog')),
        vault,
        masterKeys: masterKeys.keys,
        egress,
        clock,
        logError,
      })
    },
  })
  listener.serve(app.fetch)
  stack.defer(() => listener.drain(development ? 500 : DRAIN_MS))
  for (const line of announce(settings)) say(line)
  if (rewrapped.failed) say(describeLostKeys(rewrapped.failed))
  const where = settings.publicUrl ? `, listening on ${settings.host}:${listener.port}` : ''
  say(`KosmoKrator Lua is at ${origins.primary}${where}`)
  await end
}

/** A second start usually finds port and data taken: then the data is the better thing to name. */
async function takePort(settings: Settings): Promise<Listener> {
  try {
    return await listen(settings.host, settings.port, settings.trustedProxies)
  } catch (error) {
    const claim = settings.databaseUrl ? undefined : await findClaim(settings.dataDir)
    throw claim === undefined ? error : new StartFailure(claim)
  }
}

/** Resolves when asked to stop, rejects when the database is lost. */
function untilEnd(signal: AbortSignal, database: Database): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  signal.addEventListener('abort', () => {
    resolve(undefined)
  })
  database.onLost(reject)
  // Awaited later: until then a rejection must not count as unhandled.
  promise.catch(() => undefined)
  return promise
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}

/** The credentials are still there: the right master key brings them back. */
function describeLostKeys(count: number): string {
  const users = count === 1 ? 'one user' : `${count} users`
  return `The credentials of ${users} cannot be read with these master keys. Add the key they were stored under.`
}

/** Says at once that a key was made: a start that ends early makes no other, and the next one has nothing to tell. */
function openMasterKeys(settings: Settings, say: StartOptions['say']): MasterKeys {
  const masterKeys = loadMasterKeys(settings)
  if (masterKeys.made) {
    say(`Made a master key: ${masterKeys.file} (keep a copy: without it, stored credentials cannot be read)`)
  }
  return masterKeys
}

/** What an operator should know before the address. */
function* announce(settings: Settings): Generator<string> {
  if (!settings.databaseUrl) yield `Data: ${settings.dataDir}`
  if (settings.privateHosts.length) {
    yield `PRIVATE_HOSTS: vendor calls may reach ${settings.privateHosts.join(', ')}`
  }
  const limits = writeLimits(settings.limits)
  if (limits) yield `Limits: ${limits}`
  if (!settings.credentials.allowed) yield `Credentials are refused: ${settings.credentials.reason}.`
}
