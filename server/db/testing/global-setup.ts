// One PostgreSQL for a whole test run, with a migrated template that every test's database is copied from.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../vault/secret.ts'
import { startEmbedded } from '../embedded/start.ts'
import { migrateDatabase } from '../migrate.ts'
import { createDatabase, TEMPLATE, TEST_SERVER } from './database.ts'

/** Sets the variable that tells test processes where the server is; returns what stops it. */
export default async function startTestDatabase(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kosmokrator-test-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded(join(folder, 'data'), { durable: false })
  process.env[TEST_SERVER] = database.url.reveal()
  await migrateDatabase(new Secret(await createDatabase(TEMPLATE)))
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
