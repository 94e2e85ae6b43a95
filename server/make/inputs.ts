// What a build step depends on, as one hash: the files it reads, and the variables of the environment.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Inputs {
  /** Files and folders relative to the root; one that does not exist counts as empty. */
  files: string[]
  /** Names of environment variables that change the result. */
  environment?: string[]
}

/** Tests and their fixtures change no output; generated files follow from sources that are inputs themselves. */
const IRRELEVANT = /(\.test\.tsx?|\.spec\.ts|\.generated\.ts|\.DS_Store)$|(^|\/)testing\//

/** A hash over names, contents and values; never over times, so that a fresh checkout hashes alike. */
export function hashInputs(root: string, { files, environment = [] }: Inputs): string {
  const hash = createHash('sha256')
  for (const path of files.flatMap((name) => listFiles(join(root, name)))) {
    const name = relative(root, path)
    if (IRRELEVANT.test(name)) continue
    hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(path)).digest())
  }
  for (const name of environment) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

/** All files below a path, sorted by name. */
export function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
