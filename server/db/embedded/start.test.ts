import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createPool } from '../pool.ts'
import { describeLayout } from './layout.ts'
import { findClaim, startEmbedded } from './start.ts'

/** Flushing to disk is most of the time of a first start. */
const FAST = { durable: false }

function chooseFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'kosmokrator-embedded-'))
  chmodSync(parent, 0o755)
  onTestFinished(() => {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  })
  return join(parent, 'data')
}

test('what dead starts left behind is no obstacle', async () => {
  const dataDir = chooseFolder()
  const first = await startEmbedded(dataDir, FAST)
  await first.stop()
  // A process id that is no PostgreSQL's: after a restart of a container it often is some other program's.
  const { data } = describeLayout(dataDir)
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n/tmp\n\n0 0\nready   \n`)
  const partial = join(dataDir, 'postgres.new-4194304999-ab')
  mkdirSync(join(partial, 'data'), { recursive: true })
  const second = await startEmbedded(dataDir, FAST)
  expect(existsSync(partial)).toBe(false)
  await second.stop()
})

test('one process at a time has the data', async () => {
  const dataDir = chooseFolder()
  expect(await findClaim(dataDir)).toBeUndefined()
  const database = await startEmbedded(dataDir, FAST)
  const line = `The data in ${dataDir} is in use by process ${process.pid}. Stop it, or set DATA_DIR to another folder.`
  expect(await findClaim(dataDir)).toBe(line)
  await expect(startEmbedded(dataDir, FAST)).rejects.toThrow(line)
  await database.stop()
  expect(await findClaim(dataDir)).toBeUndefined()
})

test('a database that is killed comes back while the server runs', async () => {
  const dataDir = chooseFolder()
  const database = await startEmbedded(dataDir, FAST)
  const lost = vi.fn()
  database.onLost(lost)
  const pool = createPool(database.url, 2)
  await pool.query('create table kept (id int); insert into kept values (7)')
  process.kill(
    Number(readFileSync(join(describeLayout(dataDir).data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  )
  await vi.waitFor(async () => expect((await pool.query('select id from kept')).rows).toEqual([{ id: 7 }]), {
    timeout: 100_000,
    interval: 100,
  })
  expect(lost).not.toHaveBeenCalled()
  await pool.end()
  await database.stop()
})

test('the database is safe, UTF-8, silent about values, and reached by its socket and password only', async () => {
  const dataDir = chooseFolder()
  const database = await startEmbedded(dataDir)
  const pool = createPool(database.url, 1)
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in
     ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'listen_addresses', 'TimeZone') order by name`,
  )
  expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
    'TimeZone=UTC',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=',
    'server_encoding=UTF8',
    'synchronous_commit=on',
  ])
  await expect(
    pool.query("create table one (v text primary key); insert into one values ('canary-9'), ('canary-9')"),
  ).rejects.toThrow()
  await pool.end()
  const layout = describeLayout(dataDir)
  expect(readFileSync(layout.logFile, 'utf8')).toMatch(/duplicate key/)
  expect(readFileSync(layout.logFile, 'utf8')).not.toContain('canary-9')
  expect(statSync(layout.passwordFile).mode & 0o077).toBe(0)
  expect(statSync(layout.socketDir).mode & 0o077).toBe(0)
  await database.stop()
})

test('a deep data folder has its socket elsewhere, where the path is short enough', () => {
  const deep = describeLayout(`/srv/${'deep/'.repeat(20)}data`)
  expect(deep.socketDir).toMatch(/^\/tmp\/kosmokrator-[0-9a-f]{16}$/)
  expect(describeLayout('/var/lib/kosmokrator-lua').socketDir).toBe('/var/lib/kosmokrator-lua/postgres/run')
})
