// The master keys: from MASTER_KEYS, or from a file beside the data folder that the first start makes.
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFailure } from './failure.ts'
import { explainFileError } from './file-error.ts'
import { makeFolders } from './make-folders.ts'
import { type MasterKey, type Settings } from './settings.ts'
import { parseKeys } from './settings-values.ts'

export interface MasterKeys {
  keys: MasterKey[]
  /** Where they were read from; undefined for MASTER_KEYS. */
  file: string | undefined
  /** Whether this start made the file. */
  made: boolean
}

/** Beside the data folder, never in it: a copy of the data alone must open nothing. */
export function keyFileOf(dataDir: string): string {
  return `${dataDir}.keys`
}

/** @throws StartFailure when the file cannot be read or made, is open to others, or is gone while data is there */
export function loadMasterKeys(settings: Pick<Settings, 'dataDir' | 'masterKeys' | 'databaseUrl'>): MasterKeys {
  if (settings.masterKeys) return { keys: settings.masterKeys, file: undefined, made: false }
  const file = keyFileOf(settings.dataDir)
  if (existsSync(file)) return { keys: readKeyFile(file), file, made: false }
  if (!settings.databaseUrl && existsSync(join(settings.dataDir, 'postgres'))) {
    const advice = 'Bring it back, or set MASTER_KEYS to the keys that were used.'
    throw new StartFailure(`The master key ${file} is gone, but ${settings.dataDir} holds data. ${advice}`)
  }
  makeKeyFile(file)
  return { keys: readKeyFile(file), file, made: true }
}

function readKeyFile(file: string): MasterKey[] {
  try {
    if (statSync(file).mode & 0o077) throw new Error('is open to other users; run chmod 600 on it')
    return parseKeys(
      readFileSync(file, 'utf8')
        .trim()
        .split(/\s*\n\s*/)
        .join(','),
    )
  } catch (error) {
    const reason = 'code' in (error as object) ? `cannot be read: ${explainFileError(error)}` : (error as Error).message
    throw new StartFailure(`The master key ${file} ${reason}.`)
  }
}

/** Writes the whole file under another name first: a start cut short leaves no half a key. */
function makeKeyFile(file: string): void {
  const partial = `${file}.new-${process.pid}`
  const id = new Date().toISOString().slice(0, 10)
  try {
    makeFolders(dirname(file))
    writeFileSync(partial, `${id}:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
    // Unlike a rename, a link never replaces a key that another first start made meanwhile.
    linkSync(partial, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    const advice = 'Set MASTER_KEYS, or DATA_DIR to a folder whose parent can be written'
    throw new StartFailure(`The master key ${file} cannot be made: ${explainFileError(error)}. ${advice}.`)
  } finally {
    rmSync(partial, { force: true })
  }
}
