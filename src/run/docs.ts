// What `docs.*` answers in Lua: the catalog's index as text, and the site's own Markdown pages.
import { type CatalogEntry, type CatalogIndex } from '../contract/catalog.ts'
import { CallFailure } from '../contract/errors.ts'
import { nearestName, spellFunction } from '../contract/names.ts'
import { cutSection } from './markdown-section.ts'

const MAX_FOUND = 20

export interface Docs {
  /** One line per integration: `upstash - summary (7 functions)`. */
  list(): string
  /** Up to 20 lines `upstash.get_key - summary`, best first. */
  search(query: string): string
  /**
   * The page of an integration (`upstash`) or the section of a function (`upstash.get_key`), in Markdown.
   * A leading `integrations.` or `app.integrations.` is accepted.
   *
   * @throws CallFailure unknown_integration or unknown_function, with the nearest name
   */
  read(page: string): Promise<string>
}

/** @param readPage reads a page of the site by its path, as `/integrations/upstash.md` */
export function createDocs(index: CatalogIndex, readPage: (path: string) => Promise<string>): Docs {
  return {
    list: () => index.integrations.map(describeEntry).join('\n'),
    search: (query) => searchFunctions(index, query),
    async read(page) {
      const [namespace = '', wanted] = splitPage(page)
      const entry = findEntry(index, namespace)
      const name = wanted === undefined ? undefined : findFunction(entry, wanted)
      const text = await readPage(`/integrations/${entry.slug}.md`)
      return name === undefined ? text : (cutSection(text, name) ?? text)
    },
  }
}

function describeEntry({ namespaces, slug, summary, functions }: CatalogEntry): string {
  const count = functions.length === 1 ? '1 function' : `${functions.length} functions`
  return `${namespaces[0] ?? slug} - ${summary} (${count})`
}

/** `app.integrations.upstash.get_key` → ['upstash', 'get_key'] */
function splitPage(page: string): string[] {
  return page
    .trim()
    .replace(/^(app\.)?integrations\./, '')
    .split('.')
}

function findEntry(index: CatalogIndex, namespace: string): CatalogEntry {
  const wanted = namespace.replaceAll('_', '-')
  const found = index.integrations.find(({ slug, namespaces }) =>
    [slug, ...namespaces].some((name) => name.replaceAll('_', '-') === wanted),
  )
  if (found) return found
  const known = index.integrations.flatMap(({ namespaces }) => namespaces)
  throw new CallFailure('unknown_integration', `There is no page "${namespace}".${suggest(namespace, known)}`)
}

function findFunction(entry: CatalogEntry, wanted: string): string {
  const found = entry.functions.find((fn) => spellFunction(entry.namespaces, fn).includes(wanted))
  if (found) return found.name
  const known = entry.functions.map(({ name }) => name)
  throw new CallFailure('unknown_function', `${entry.name} has no function "${wanted}".${suggest(wanted, known)}`, {
    integration: entry.slug,
  })
}

function suggest(wrong: string, known: string[]): string {
  const near = nearestName(wrong, known)
  return near ? ` Did you mean "${near}"?` : ''
}

function searchFunctions(index: CatalogIndex, query: string): string {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = index.integrations.flatMap((entry) =>
    entry.functions.map((fn) => ({
      line: `${entry.namespaces[0] ?? entry.slug}.${fn.name} - ${fn.summary}`,
      score: terms.reduce((sum, term) => sum + scoreTerm(term, entry, fn), 0),
    })),
  )
  const found = rows.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  if (!found.length) return `Nothing found for "${query.trim()}". docs.list() names every integration.`
  return found
    .slice(0, MAX_FOUND)
    .map(({ line }) => line)
    .join('\n')
}

/** A name counts for more than a word in a sentence, a whole name for more than a part. */
function scoreTerm(term: string, entry: CatalogEntry, fn: CatalogEntry['functions'][number]): number {
  const names = [fn.name, ...fn.aliases, ...entry.namespaces, `${entry.namespaces[0] ?? entry.slug}.${fn.name}`]
  if (names.includes(term)) return 10
  if (names.some((name) => name.includes(term))) return 5
  if (fn.title.toLowerCase().includes(term)) return 3
  return fn.summary.toLowerCase().includes(term) || entry.summary.toLowerCase().includes(term) ? 1 : 0
}
