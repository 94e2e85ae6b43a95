// A data folder of a test that starts the server's own PostgreSQL, and what such a test does to it.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../server/db/embedded/start.ts'

export interface DataFolder extends AsyncDisposable {
  path: string
  /** Ends the PostgreSQL server without a warning, if there is one. */
  killPostmaster(): void
  /** Runs a statement when no server of ours has the data. */
  query<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>
}

export function makeDataFolder(): DataFolder {
  const parent = mkdtempSync(join(tmpdir(), 'kosmokrator-data-'))
  // As root, PostgreSQL's user passes through it.
  chmodSync(parent, 0o755)
  const path = join(parent, 'data')
  return {
    path,
    killPostmaster: () => {
      const pid = readPostmaster(path)
      if (!pid) return
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended between the two.
      }
    },
    query: async <Row extends pg.QueryResultRow>(statement: string) => {
      const database = await startEmbedded(path)
      const client = new pg.Client({ connectionString: database.url.reveal() })
      await client.connect()
      const { rows } = await client.query<Row>(statement)
      await client.end()
      await database.stop()
      return rows
    },
    [Symbol.asyncDispose]: async () => {
      if (readPostmaster(path)) await (await startEmbedded(path)).stop()
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function readPostmaster(path: string): number | undefined {
  const file = join(path, 'postgres/data/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined : undefined
}
