// Makes a new database folder, so that it either exists whole or not at all.
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../../failure.ts'
import { type Binaries } from './binaries.ts'
import { execute } from './execute.ts'
import { type Layout, makeFolder } from './layout.ts'
import { type Owner } from './owner.ts'
import { isAlive } from './process.ts'

/** The database's own superuser; nobody but the server knows its password. */
export const SUPERUSER = 'kosmokrator'

const SETTINGS = {
  max_connections: '60',
  // Statements, parameters and the values in details must not reach the log: they may hold what users stored.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/**
 * Runs initdb in a folder of its own and renames it into place; does nothing where a database exists.
 *
 * @param durable false skips the flush to disk, for databases that a test throws away
 * @throws StartFailure when initdb fails, or when the data is of another major version
 */
export async function initialise(
  layout: Layout,
  binaries: Binaries,
  owner: Owner | undefined,
  durable: boolean,
): Promise<void> {
  removeLeftovers(layout)
  if (existsSync(layout.home)) return checkVersion(layout, binaries)
  const partial = `${layout.home}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  makeFolder(partial, owner)
  const passwordFile = join(partial, 'password')
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  if (owner) chownSync(passwordFile, owner.uid, owner.gid)
  const parameters = [
    `--pgdata=${join(partial, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Without these, encoding and sort order would follow the environment.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...Object.entries({ ...SETTINGS, ...(durable ? {} : { fsync: 'off' }) }).flatMap(([name, value]) => [
      '--set',
      `${name}=${value}`,
    ]),
    ...(durable ? [] : ['--no-sync']),
  ]
  const { ok, text } = await execute(binaries.initdb, parameters, owner)
  if (!ok) throw new StartFailure(`The database could not be made in ${layout.dataDir}: ${lastLine(text)}`)
  try {
    renameSync(partial, layout.home)
  } catch (error) {
    // Another first start was faster: its database is the one.
    if (!existsSync(layout.home)) throw error
    rmSync(partial, { recursive: true, force: true })
  }
}

/** Folders of starts that died inside initdb. */
function removeLeftovers(layout: Layout): void {
  for (const name of readdirSync(layout.dataDir)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    try {
      rmSync(join(layout.dataDir, name), { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // The orphaned initdb is still writing; the next start removes the rest.
    }
  }
}

function checkVersion(layout: Layout, binaries: Binaries): void {
  const found = readFileSync(join(layout.data, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return
  throw new StartFailure(
    `The data in ${layout.dataDir} was made by PostgreSQL ${found}, this release brings ${binaries.major}. ` +
      `Dump it with the release that made it, then load it into a new DATA_DIR.`,
  )
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
