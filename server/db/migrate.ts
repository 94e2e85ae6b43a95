// Brings the tables up to date: one process at a time, each set of changes whole or not at all.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { type Secret } from '../vault/secret.ts'

/** Key of the advisory lock: 'move' in ASCII. */
const LOCK = 0x6d6f7665
/** Beside this file in the sources, and beside the bundle in the build. */
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** Applies the migrations that this database does not have yet; the migrator does so in one transaction. */
export async function migrateDatabase(url: Secret): Promise<void> {
  const client = new pg.Client({ connectionString: url.reveal(), application_name: 'kosmokrator-lua migration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    // The migrator asks for its schema and table with "if not exists", which PostgreSQL answers with notices only.
    await migrate(drizzle(client), { migrationsFolder: FOLDER })
  } finally {
    await client.end()
  }
}
