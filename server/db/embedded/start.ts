// The embedded PostgreSQL: one data folder, one server, reached by a Unix socket only.
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartFailure } from '../../failure.ts'
import { Secret } from '../../vault/secret.ts'
import { findBinaries } from './binaries.ts'
import { claimData, describeClaim, findHolder } from './claim.ts'
import { initialise, SUPERUSER } from './initialise.ts'
import { describeLayout, type Layout, prepareDataDir } from './layout.ts'
import { findOwner } from './owner.ts'
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { isAlive } from './process.ts'

const DATABASE = 'kosmokrator'
const READY_MS = 130_000

export interface EmbeddedDatabase {
  url: Secret
  /** Called when the server goes away on its own and could not be started again. */
  onLost(listener: (error: unknown) => void): void
  /** Stops PostgreSQL: call it after everything that uses it has finished. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** False gives up safety at a power cut for speed: for databases that a test throws away. */
  durable?: boolean
}

/**
 * Makes the data folder, so that what is wrong with it is said before anything else is made.
 *
 * @throws StartFailure when it cannot be made, written or reached
 */
export function checkDataDir(dataDir: string): void {
  prepareDataDir(dataDir, findOwner())
}

/**
 * Starts PostgreSQL in `dataDir`, or takes over the one that an earlier process left running there.
 *
 * @throws StartFailure when the folder cannot be used, or is in use
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const owner = findOwner()
  const layout = describeLayout(dataDir)
  prepareDataDir(dataDir, owner)
  const binaries = findBinaries(dataDir, owner)
  await initialise(layout, binaries, owner, options.durable ?? true)

  const listeners: ((error: unknown) => void)[] = []
  let stopping = false
  const bringUp = async (): Promise<void> => {
    await reachServer(layout, () => startPostmaster(layout, binaries, owner))
    const claim = await claimData(addressOf(layout, 'postgres'), dataDir)
    claim.once('end', () => {
      if (!stopping) bringUp().catch((error: unknown) => listeners.forEach((listener) => listener(error)))
    })
    await createDatabase(claim)
  }
  await bringUp()

  return {
    url: addressOf(layout, DATABASE),
    onLost: (listener) => void listeners.push(listener),
    stop: async () => {
      stopping = true
      // The claim is still held here, so that no other start takes the server over while it goes down.
      await stopPostmaster(layout, binaries, owner)
    },
  }
}

/**
 * The line for data that another server has claimed; undefined when it is free. Starts nothing and waits for nothing.
 */
export async function findClaim(dataDir: string): Promise<string | undefined> {
  const layout = describeLayout(dataDir)
  if (!existsSync(layout.passwordFile) || !findPostmaster(layout.data)) return undefined
  const client = new pg.Client({ connectionString: addressOf(layout, 'postgres').reveal() })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const holder = await findHolder(client)
    return holder !== undefined && isAlive(holder) ? describeClaim(dataDir, holder) : undefined
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Waits for a server that runs, starts one that does not. */
async function reachServer(layout: Layout, start: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + READY_MS
  for (;;) {
    const running = findPostmaster(layout.data)
    if (!running) await start()
    const refusal = await tryConnecting(addressOf(layout, 'postgres'))
    if (refusal === undefined) return
    // Starting, recovering or shutting down: 57P03, 57P01; a socket that is not there yet or no longer.
    const passing = /^(57P0\d|ECONNREFUSED|ENOENT|ECONNRESET|EPIPE)$/.test(refusal.code)
    if (!passing || Date.now() > deadline) {
      throw new StartFailure(`The database in ${layout.dataDir} does not answer: ${refusal.message}.`)
    }
    await sleep(50)
  }
}

async function tryConnecting(url: Secret): Promise<{ code: string; message: string } | undefined> {
  const client = new pg.Client({ connectionString: url.reveal() })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    // pg gives no code when the server hangs up during the greeting.
    return { code: /terminated unexpectedly/.test(message) ? 'ECONNRESET' : code, message }
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (!rowCount) await client.query(`create database ${DATABASE}`)
}

function addressOf(layout: Layout, database: string): Secret {
  const password = readFileSync(layout.passwordFile, 'utf8')
  // The host of the address is overruled by the socket's folder.
  const folder = encodeURIComponent(findPostmaster(layout.data)?.socketDir || layout.socketDir)
  return new Secret(`postgresql://${SUPERUSER}:${password}@localhost:5432/${database}?host=${folder}`)
}
