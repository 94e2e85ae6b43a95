// Reads the definitions of a checkout from disk and compiles them, for the build, the site and the tests.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Catalog } from '../contract/catalog.ts'
import { compileCatalog, type Compiled, type SourceFile } from './compile.ts'
import { formatProblem } from './problem.ts'

/** Top of the checkout that this file lies in. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** First 16 hex digits of the SHA-256 of a text: enough to tell versions apart, short enough for a file name. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Reads every integration.yaml below `content/integrations`, and the guides beside them, in the order of their folders. */
export function readSources(root = ROOT): SourceFile[] {
  const base = join(root, 'content/integrations')
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(base, entry.name, 'integration.yaml')))
    .map(({ name }) => name)
    .sort()
    .map((folder) => {
      const file = `content/integrations/${folder}/integration.yaml`
      const guide = `content/integrations/${folder}/guide.md`
      return {
        file,
        folder,
        text: readFileSync(join(root, file), 'utf8'),
        ...(existsSync(join(root, guide)) && { guide: { file: guide, text: readFileSync(join(root, guide), 'utf8') } }),
      }
    })
}

/** Slugs of `folders` that have a file of their own in `src/<part>/`. */
export function listOwnFiles(part: 'demo' | 'vendor', folders: readonly string[], root = ROOT): string[] {
  return folders.filter((folder) => existsSync(join(root, 'src', part, `${folder}.ts`)))
}

/** Compiles what lies on disk; problems are returned. */
export function compileSources(root = ROOT): Compiled {
  const files = readSources(root)
  const folders = files.map(({ folder }) => folder)
  const handled = listOwnFiles('vendor', folders, root)
  return compileCatalog(files, {
    hash: hashText,
    demos: new Set(listOwnFiles('demo', folders, root)),
    handlers: (slug) => (handled.includes(slug) ? readHandlerNames(join(root, 'src/vendor', `${slug}.ts`)) : []),
  })
}

/** Names in `export const handlers = { … }` of a handler file, read as text: the build need not run it. */
function readHandlerNames(file: string): string[] {
  const object = /export const handlers[^=]*=\s*\{([^}]*)\}/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  return object.split(',').map((part) => part.split(':')[0]!.trim())
}

/**
 * The catalog of a checkout.
 *
 * @throws Error with one line per problem
 */
export function loadCatalog(root = ROOT): Catalog {
  const compiled = compileSources(root)
  if (compiled.ok) return compiled.catalog
  throw new Error(compiled.problems.map(formatProblem).join('\n'))
}
