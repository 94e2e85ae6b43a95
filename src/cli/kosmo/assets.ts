// What is packed beside the command: the catalog and the reference as Markdown.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalog, CatalogIndex } from '../../contract/catalog.ts'
import { IntegrationDefinition } from '../../contract/definition.ts'
import { createDocs, type Docs } from '../../run/docs.ts'

export interface Assets {
  catalog: Catalog
  docs: Docs
}

/** @param folder as the build leaves it: catalog.json, and the texts of the site below `site` */
export async function loadAssets(folder: string): Promise<Assets> {
  const text = await readFile(join(folder, 'catalog.json'), 'utf8')
  const packed = JSON.parse(text) as { index: unknown; integrations: Record<string, unknown> }
  const catalog: Catalog = {
    index: CatalogIndex.parse(packed.index),
    integrations: Object.fromEntries(
      Object.entries(packed.integrations).map(([slug, definition]) => [slug, IntegrationDefinition.parse(definition)]),
    ),
  }
  const readPage = (path: string) => readFile(join(folder, 'site', path), 'utf8')
  return { catalog, docs: createDocs(catalog.index, readPage) }
}
