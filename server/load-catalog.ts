// Reads the compiled catalog, the same files that the pages load.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalog, CatalogIndex } from '../src/contract/catalog.ts'
import { type IntegrationDefinition } from '../src/contract/definition.ts'
import { StartFailure } from './failure.ts'

/**
 * The definitions themselves are not checked again: the build that wrote them did, and it wrote them for this server.
 *
 * @param folder `dist/catalog`, or `public/catalog` in development
 * @throws StartFailure when the folder is not what a build leaves
 */
export function loadCatalog(folder: string): Catalog {
  try {
    const name = readdirSync(folder).find((file) => /^index\.\w+\.json$/.test(file)) ?? 'index.json'
    const index = CatalogIndex.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const definitions = index.integrations.map(({ slug, file }): [string, IntegrationDefinition] => [
      slug,
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as IntegrationDefinition,
    ])
    return { index, integrations: Object.fromEntries(definitions) }
  } catch {
    throw new StartFailure(`The catalog in ${folder} is not complete. Run npm run build.`)
  }
}
