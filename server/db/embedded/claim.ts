// The claim of one server process on its data: a session lock in the database, so that it ends with the process.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartFailure } from '../../failure.ts'
import { type Secret } from '../../vault/secret.ts'
import { isAlive } from './process.ts'

/** Key of the advisory lock: 'kosmo' in ASCII. */
const LOCK = 0x6b6f736d6f
const PREFIX = 'kosmokrator-lua owner '
/** How long the session of a process that was just killed may take to end. */
const DEAD_HOLDER_MS = 10_000
/** How long a process that is shutting down may take to let go. */
const LIVE_HOLDER_MS = 1_500

/**
 * Takes the data for this process. The returned connection must stay open: it is the claim.
 *
 * @throws StartFailure naming the process that has it
 */
export async function claimData(url: Secret, dataDir: string): Promise<pg.Client> {
  const client = await connect(url)
  const began = Date.now()
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK])
    if (rows[0]?.taken) return client
    const holder = await findHolder(client)
    const patience = holder !== undefined && isAlive(holder) ? LIVE_HOLDER_MS : DEAD_HOLDER_MS
    if (Date.now() - began > patience) {
      await client.end()
      throw new StartFailure(describeClaim(dataDir, holder))
    }
    await sleep(100)
  }
}

export function describeClaim(dataDir: string, holder: number | undefined): string {
  const who = holder === undefined ? 'another process' : `process ${holder}`
  return `The data in ${dataDir} is in use by ${who}. Stop it, or set DATA_DIR to another folder.`
}

async function connect(url: Secret): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url.reveal(), application_name: PREFIX + process.pid })
  // The owner of the claim listens for its end; an error event without a listener would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The process that has claimed the data, from any connection to the same server. */
export async function findHolder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select activity.application_name as name from pg_locks lock join pg_stat_activity activity using (pid)
     where lock.locktype = 'advisory' and lock.granted and (lock.classid::bigint << 32) | lock.objid::bigint = $1`,
    [LOCK],
  )
  const pid = Number(rows[0]?.name.slice(PREFIX.length))
  return pid || undefined
}
