// Where the embedded database keeps its things below DATA_DIR.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../../failure.ts'
import { explainFileError } from '../../file-error.ts'
import { makeFolders } from '../../make-folders.ts'
import { findBarrier, type Owner } from './owner.ts'

export interface Layout {
  dataDir: string
  /** Holds `data`, the password and the log; appears whole, by a rename. */
  home: string
  data: string
  passwordFile: string
  logFile: string
  /** Folder of the Unix socket. */
  socketDir: string
}

/** Longest socket path that every system accepts (macOS has 104 bytes with the closing zero). */
const SOCKET_PATH_BYTES = 100
const SOCKET_NAME = '/.s.PGSQL.5432'

export function describeLayout(dataDir: string): Layout {
  const home = join(dataDir, 'postgres')
  const near = join(home, 'run')
  const short = Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_BYTES
  return {
    dataDir,
    home,
    data: join(home, 'data'),
    passwordFile: join(home, 'password'),
    logFile: join(home, 'log'),
    socketDir: short ? near : `/tmp/kosmokrator-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`,
  }
}

/**
 * Makes the data folder.
 *
 * @throws StartFailure when it cannot be made, written, or (as root) reached by PostgreSQL's user
 */
export function prepareDataDir(dataDir: string, owner: Owner | undefined): void {
  try {
    makeFolders(dataDir, owner ? 0o755 : 0o700)
    // A folder given by root is often closed to others; PostgreSQL's user has to pass through it.
    if (owner && (statSync(dataDir).mode & 1) === 0) chmodSync(dataDir, 0o711)
    const probe = join(dataDir, `.write-${process.pid}`)
    makeFolder(probe, owner)
    rmdirSync(probe)
  } catch (error) {
    throw new StartFailure(`DATA_DIR ${dataDir} cannot be written: ${explainFileError(error)}.`)
  }
  const barrier = owner && findBarrier(dataDir, owner)
  if (barrier) {
    const advice = 'Open it to others (chmod o+x), or set DATA_DIR to a folder below /var/lib.'
    throw new StartFailure(
      `DATA_DIR ${dataDir} cannot be reached by the user postgres: ${barrier} is closed. ${advice}`,
    )
  }
}

/** Makes a folder that only PostgreSQL's user may enter. */
export function makeFolder(path: string, owner: Owner | undefined): void {
  makeFolders(path, 0o700)
  if (owner) chownSync(path, owner.uid, owner.gid)
}

/** Makes the socket's folder; refuses one that somebody else put there first. */
export function prepareSocketDir(path: string, owner: Owner | undefined): void {
  makeFolder(path, owner)
  const found = lstatSync(path)
  const uid = owner?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new StartFailure(`${path} belongs to somebody else. Remove it, or set DATA_DIR to a shorter path.`)
  }
}
