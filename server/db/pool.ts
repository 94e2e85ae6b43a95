// The pool of database connections.
import pg from 'pg'
import { type Secret } from '../vault/secret.ts'

export type Pool = pg.Pool

/** @param max connections of this process; a call takes one for as long as a statement runs */
export function createPool(url: Secret, max = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url.reveal(),
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: `kosmokrator-lua ${process.pid}`,
  })
  // Without a listener, an idle connection that the database closes would end the process. The pool replaces it.
  pool.on('error', () => undefined)
  return pool
}
