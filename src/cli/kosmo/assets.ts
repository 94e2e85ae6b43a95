// What is packed beside the command: the catalog and the reference as Markdown.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalog, CatalogIndex } from '../../contract/catalog.ts'
import { IntegrationDefinition } from '../../contract/definition.ts'
import { createDocs, type Docs } from '../../run/docs.ts'

export interface Assets {
  /** Of the package. */
  version: string
  catalog: Catalog
  docs: Docs
}

/** @param folder as the build leaves it: package.json, catalog.json, and the texts of the site below `site` */
export async function loadAssets(folder: string): Promise<Assets> {
  const [described, text] = await Promise.all(
    ['package.json', 'catalog.json'].map((file) => readFile(join(folder, file), 'utf8')),
  )
  const { version } = JSON.parse(described!) as { version: string }
  const packed = JSON.parse(text!) as { index: unknown; integrations: Record<string, unknown> }
  const catalog: Catalog = {
    index: CatalogIndex.parse(packed.index),
    integrations: Object.fromEntries(
      Object.entries(packed.integrations).map(([slug, definition]) => [slug, IntegrationDefinition.parse(definition)]),
    ),
  }
  const readPage = (path: string) => readFile(join(folder, 'site', path), 'utf8')
  return { version, catalog, docs: createDocs(catalog.index, readPage) }
}
