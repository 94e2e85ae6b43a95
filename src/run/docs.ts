// What `docs.*` answers in Lua: the catalog's index as text, and the site's own Markdown pages.
import { type CatalogEntry, type CatalogIndex } from '../contract/catalog.ts'
import { resolveNamespace, resolveOther } from './docs-names.ts'
import { searchDocs } from './docs-search.ts'
import { type Guide, readGuides } from './guides.ts'
import { cutSection } from './markdown-section.ts'

const MOST_SHOWN = 8

export interface Docs {
  /**
   * One line per integration, `upstash - summary (7 functions)`, and one per guide. Of one integration its functions.
   *
   * @throws CallFailure unknown_integration for a namespace that is none
   */
  list(namespace?: string): Promise<string>
  /** Lines `upstash.get_key - summary`, best first; guides stand among them by name. */
  search(query: string, limit?: number): Promise<string>
  /**
   * The page of an integration (`upstash`), the section of a function (`upstash.get_key`) or a guide (`errors`), in
   * Markdown. A function is known by all its spellings, with or without its namespace and `app.integrations.`.
   *
   * @throws CallFailure unknown_integration or unknown_function, with the nearest name
   */
  read(page: string): Promise<string>
}

/** @param readPage reads a text of the site by its path, as `/integrations/upstash.md` */
export function createDocs(index: CatalogIndex, readPage: (path: string) => Promise<string>): Docs {
  let known: Promise<Guide[]> | undefined
  const loadGuides = (): Promise<Guide[]> => (known ??= readPage('/llms.txt').then(readGuides))

  async function list(): Promise<string> {
    const guides = (await loadGuides()).filter(({ name }) => !name.includes('/'))
    return [listIntegrations(index), '', ...guides.map(({ name, summary }) => `${name} - ${summary}`)].join('\n').trim()
  }

  async function read(page: string): Promise<string> {
    const target = resolveNamespace(index, page) ?? resolveOther(index, await loadGuides(), page)
    if (target.kind === 'list') return list()
    if (target.kind === 'guide') return readPage(target.guide.path)
    const text = await readPage(`/integrations/${target.entry.slug}.md`)
    return target.function === null ? text : (cutSection(text, target.function) ?? text)
  }

  return {
    async list(namespace) {
      const target = resolveNamespace(index, namespace ?? '') ?? resolveOther(index, [], namespace ?? '')
      return target.kind === 'integration' ? listFunctions(target.entry) : list()
    },
    search: async (query, limit) => searchDocs(index, await loadGuides(), query, limit),
    read,
  }
}

/** One line per integration. */
export function listIntegrations(index: CatalogIndex): string {
  return index.integrations
    .map(({ namespaces, slug, summary, functions }) => {
      const count = functions.length === 1 ? '1 function' : `${functions.length} functions`
      return `${namespaces[0] ?? slug} - ${summary} (${count})`
    })
    .join('\n')
}

/** `upstash.set_key(key, value, ex) - Stores a value.` */
function listFunctions({ namespaces, slug, functions }: CatalogEntry): string {
  return functions
    .map(({ name, summary, arguments: args }) => {
      const shown = args.length > MOST_SHOWN ? [...args.slice(0, MOST_SHOWN), '…'] : args
      return `${namespaces[0] ?? slug}.${name}(${shown.join(', ')}) - ${summary}`
    })
    .join('\n')
}
