// The database of the server: the embedded PostgreSQL, or the one that DATABASE_URL names.
import pg from 'pg'
import { StartFailure } from '../failure.ts'
import { type Settings } from '../settings.ts'
import { type Secret } from '../vault/secret.ts'
import { startEmbedded } from './embedded/start.ts'

export interface Database {
  url: Secret
  /** Called when the embedded server went away on its own and could not be brought back. */
  onLost(listener: (error: unknown) => void): void
  /** Stops an embedded server, after everything that uses it has finished; leaves another one alone. */
  stop(): Promise<void>
}

/** @throws StartFailure with the one line that says what is wrong */
export async function startDatabase(settings: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<Database> {
  if (!settings.databaseUrl) return startEmbedded(settings.dataDir)
  await checkDatabase(settings.databaseUrl)
  return { url: settings.databaseUrl, onLost: () => undefined, stop: () => Promise.resolve() }
}

/** Connects once, so that a wrong address is a line at start and not an error of the first visitor. */
async function checkDatabase(url: Secret): Promise<void> {
  const client = new pg.Client({ connectionString: url.reveal(), connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ encoding: string }>("select current_setting('server_encoding') as encoding")
    const encoding = rows[0]?.encoding
    if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}, where UTF8 is needed`)
  } catch (error) {
    const where = `${client.host}:${client.port}`
    throw new StartFailure(`DATABASE_URL does not lead to a usable database at ${where}: ${explainRefusal(error)}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const REFUSALS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ENOENT: 'no socket is there',
  ETIMEDOUT: 'no answer',
  '28P01': 'the user name or the password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'no database of that name',
}

function explainRefusal(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string }
  return REFUSALS[code] ?? message.replace(/\s*\n\s*/g, ' ').replace(/\.$/, '')
}
