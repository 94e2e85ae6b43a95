// Databases of the test run's PostgreSQL: made, named and dropped.
import pg from 'pg'

/** Variable that holds the address of the test run's PostgreSQL. */
export const TEST_SERVER = 'KOSMO_TEST_SERVER'
/** The migrated database that others are copied from. */
export const TEMPLATE = 'migrated'

/** Makes a database and returns its address. */
export async function createDatabase(name: string, template = 'template0'): Promise<string> {
  // The copy is made file by file: on a server without flushes that is faster than through the log.
  await administer(`create database "${name}" template "${template}" strategy file_copy`)
  const url = new URL(readServer())
  url.pathname = `/${name}`
  return url.href
}

/** Drops a database together with the connections that a test left open. */
export async function dropDatabase(name: string): Promise<void> {
  await administer(`drop database if exists "${name}" with (force)`)
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: readServer() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function readServer(): string {
  const url = process.env[TEST_SERVER]
  if (!url) throw new Error('No test database: run the test by its runner, whose global set-up starts one')
  return url
}
