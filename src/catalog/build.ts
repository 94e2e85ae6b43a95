// Compiles the definitions into what the site serves and what the code imports. Runnable: `node src/catalog/build.ts`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Catalog } from '../contract/catalog.ts'
import { generateDemos, generateHandlers, generateManifest } from './generate.ts'
import { buildDefinitionSchema } from './json-schema.ts'
import { compileSources, listOwnFiles, ROOT } from './load.ts'
import { formatProblem } from './problem.ts'

/** Names and texts of everything the build writes, relative to the top of the checkout. */
export function renderCatalog(catalog: Catalog, root = ROOT): Map<string, string> {
  const { index, integrations } = catalog
  const slugs = index.integrations.map(({ slug }) => slug)
  return new Map([
    [`public/catalog/index.${index.version}.json`, JSON.stringify(index)],
    ...index.integrations.map(
      ({ slug, file }) => [`public/catalog/${file}`, JSON.stringify(integrations[slug])] satisfies [string, string],
    ),
    ['public/schema/integration.json', `${JSON.stringify(buildDefinitionSchema(), null, 2)}\n`],
    ['src/catalog/manifest.generated.ts', generateManifest(index.version)],
    ['src/vendor/handlers.generated.ts', generateHandlers(listOwnFiles('vendor', slugs, root))],
    ['src/demo/registry.generated.ts', generateDemos(listOwnFiles('demo', slugs, root))],
  ])
}

/** Writes the files, and removes catalog files of earlier builds. Unchanged files keep their time. */
export function writeCatalog(files: ReadonlyMap<string, string>, root = ROOT): void {
  for (const [name, text] of files) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    if (readOptional(path) !== text) writeFileSync(path, text)
  }
  for (const name of readdirSync(join(root, 'public/catalog'))) {
    if (!files.has(`public/catalog/${name}`)) rmSync(join(root, 'public/catalog', name))
  }
}

function readOptional(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

if (import.meta.main) {
  const compiled = compileSources()
  if (compiled.ok) {
    writeCatalog(renderCatalog(compiled.catalog))
  } else {
    process.stderr.write(compiled.problems.map((problem) => `${formatProblem(problem)}\n`).join(''))
    process.exitCode = 1
  }
}
