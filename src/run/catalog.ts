// The catalog as a page has it: the index once, definitions when a script mentions them or calls them.
import { type Catalog, CatalogIndex } from '../contract/catalog.ts'
import { IntegrationDefinition } from '../contract/definition.ts'
import { readSiteFile } from './site-file.ts'

export interface CatalogSource {
  /** @throws CallFailure offline, stale_page or internal */
  readIndex(): Promise<CatalogIndex>
  /** The index with the definition of one integration; without it when the catalog does not have it. */
  readIntegration(slug: string): Promise<Catalog>
  /** Begins to load the definitions that the source mentions. */
  prefetch(source: string): void
}

/** @param indexUrl address of the index; the definitions lie beside it */
export function createCatalogSource(indexUrl: string, read = readSiteFile): CatalogSource {
  const keep = createMemory()

  const readIndex = (): Promise<CatalogIndex> =>
    keep('', async () => CatalogIndex.parse(JSON.parse(await read(indexUrl))))

  async function readIntegration(slug: string): Promise<Catalog> {
    const index = await readIndex()
    const entry = index.integrations.find((candidate) => candidate.slug === slug)
    if (!entry) return { index, integrations: {} }
    const url = indexUrl.slice(0, indexUrl.lastIndexOf('/') + 1) + entry.file
    const definition = await keep(slug, async () => IntegrationDefinition.parse(JSON.parse(await read(url))))
    return { index, integrations: { [slug]: definition } }
  }

  async function prefetchMentioned(source: string): Promise<void> {
    const { integrations } = await readIndex()
    const words = new Set(source.split(/[^A-Za-z0-9_-]+/))
    const mentioned = integrations.filter(({ namespaces }) => namespaces.some((name) => words.has(name)))
    await Promise.all(mentioned.map(({ slug }) => readIntegration(slug)))
  }

  return {
    readIndex,
    readIntegration,
    // Whatever fails here fails again, and is reported, when it is needed.
    prefetch: (source) => void prefetchMentioned(source).catch(() => undefined),
  }
}

/** Remembers successes by name; a failure is tried again. */
function createMemory() {
  const known = new Map<string, Promise<unknown>>()
  return <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const before = known.get(name) as Promise<T> | undefined
    if (before) return before
    const made = make()
    known.set(name, made)
    made.catch(() => known.delete(name))
    return made
  }
}
