// Makes a folder and those above it, one by one.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What `mkdirSync` with `recursive` is for, but it ends: on file systems that refuse a name with "no such file",
 * as /proc does, Node's own tries again forever (seen with Node 24.21).
 */
export function makeFolders(path: string, mode = 0o777): void {
  if (!existsSync(dirname(path))) makeFolders(dirname(path))
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (!isFolder(path)) throw error
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
