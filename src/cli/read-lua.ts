// Reads the Lua files that a plain file of the command line asks for, from two folders and from below them.
import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { type FileAccess } from '../lua/session.ts'
import { describeFileError, trimScript } from './script-text.ts'

export type LuaFile = Uint8Array | { reason: string }

/** The bytes of a file, which need not be UTF-8, or the reason why it gives none. */
export function readLua(path: string, home: string): LuaFile {
  try {
    return trimScript(readFileSync(resolve(home, path)))
  } catch (error) {
    return { reason: describeFileError(error) }
  }
}

/** The same for a path that a script names: below its own folder, or below the one where the command was typed. */
export function readLuaInside(path: string, { home, folder }: FileAccess): LuaFile {
  const roots = [home, resolve(home, folder)]
  const isInside = roots.some((root) => resolve(home, path).startsWith(root + sep))
  return isInside ? readLua(path, home) : { reason: 'it is outside of the folders of this run' }
}
