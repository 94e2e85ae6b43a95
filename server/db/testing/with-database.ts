// A fresh, migrated database for one test.
import { randomBytes } from 'node:crypto'
import { Secret } from '../../vault/secret.ts'
import { createPool, type Pool } from '../pool.ts'
import { createDatabase, dropDatabase, TEMPLATE } from './database.ts'

export interface TestDatabase extends AsyncDisposable {
  url: Secret
  pool: Pool
}

/**
 * Copies the migrated template; the database is dropped when the scope ends.
 *
 * @example await using database = await withDatabase()
 */
export async function withDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = new Secret(await createDatabase(name, TEMPLATE))
  const pool = createPool(url, 4)
  return {
    url,
    pool,
    [Symbol.asyncDispose]: async () => {
      await pool.end()
      await dropDatabase(name)
    },
  }
}
