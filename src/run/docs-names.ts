// Which page a name means: slugs, short names, full names and aliases, as pages, scripts and agents write them.
import { type CatalogEntry, type CatalogIndex } from '../contract/catalog.ts'
import { CallFailure } from '../contract/errors.ts'
import { nearestName, spellFunction } from '../contract/names.ts'
import { type Guide } from './guides.ts'

/** Pages that agents of the original know, and where their matter stands here. */
const OLDER_NAMES: Record<string, string> = {
  overview: 'start',
  examples: 'start',
  context: 'runtime',
  lua: 'runtime',
  mcp: 'runtime',
  json: 'runtime',
  regex: 'runtime',
  cli: 'kosmo',
  permissions: 'accounts',
  troubleshooting: 'errors',
}

export interface IntegrationPage {
  kind: 'integration'
  entry: CatalogEntry
  /** Name of the function; null for the whole page. */
  function: string | null
}

export type Page = IntegrationPage | { kind: 'guide'; guide: Guide } | { kind: 'list' }

/**
 * The page of an integration or one of its functions; undefined for a name that begins with no namespace.
 *
 * @throws CallFailure unknown_function, with the nearest name
 */
export function resolveNamespace(index: CatalogIndex, page: string): IntegrationPage | undefined {
  const [namespace = '', ...rest] = simplify(page).split('.').filter(Boolean)
  const entry = index.integrations.find((candidate) => isNamespace(candidate, namespace))
  return entry && { kind: 'integration', entry, function: findFunction(entry, rest) }
}

/**
 * Any page by a name that begins with no namespace.
 *
 * @throws CallFailure unknown_integration or unknown_function, with the nearest name
 */
export function resolveOther(index: CatalogIndex, guides: readonly Guide[], page: string): Page {
  const name = simplify(page)
  if (name === '' || name === 'integrations' || name === 'app') return { kind: 'list' }
  const guide = guides.find((candidate) => candidate.name === name) ?? findOlder(guides, name)
  if (guide) return { kind: 'guide', guide }
  return findByFunction(index, name) ?? refusePage(index, guides, name)
}

/** `app.integrations["upstash"].get_key()`, `/integrations/upstash.md` and `docs/errors` as the names in them. */
function simplify(page: string): string {
  return page
    .trim()
    .replace(/\[\s*["']([^"']*)["']\s*\]/g, '.$1')
    .replace(/\(\s*\)$/, '')
    .replace(/^\/?(?:docs|integrations)\/(.*?)(?:\.md|\/)?$/, '$1')
    .replace(/^app\./, '')
    .replace(/^integrations\./, '')
}

function isNamespace({ slug, namespaces }: CatalogEntry, name: string): boolean {
  const wanted = name.replaceAll('_', '-')
  return [slug, ...namespaces].some((known) => known.replaceAll('_', '-') === wanted)
}

/** The function after a namespace, or after a namespace and an account; null where nothing follows. */
function findFunction(entry: CatalogEntry, rest: string[]): string | null {
  const [first, second] = rest
  if (first === undefined) return null
  const wanted = second !== undefined && rest.length === 2 && !spelled(entry, first) ? second : rest.join('.')
  const found = spelled(entry, wanted)
  if (found) return found
  const known = entry.functions.map(({ name }) => name)
  throw new CallFailure('unknown_function', `There is no function "${wanted}".${suggest(wanted, known)}`, {
    integration: entry.slug,
    function: wanted,
  })
}

function spelled(entry: CatalogEntry, name: string): string | undefined {
  return entry.functions.find((fn) => spellFunction(entry.namespaces, fn).includes(name))?.name
}

function findOlder(guides: readonly Guide[], name: string): Guide | undefined {
  const now = Object.hasOwn(OLDER_NAMES, name) ? OLDER_NAMES[name] : undefined
  return guides.find((guide) => guide.name === now)
}

/** A function by itself: `upstash_get_key`, or `get_key` where one integration alone has it. */
function findByFunction(index: CatalogIndex, name: string): Page | undefined {
  const found = index.integrations.filter((entry) => spelled(entry, name))
  if (!found.length) return undefined
  if (found.length === 1) return { kind: 'integration', entry: found[0]!, function: spelled(found[0]!, name)! }
  const names = found.map((entry) => `${entry.namespaces[0] ?? entry.slug}.${name}`)
  throw new CallFailure('unknown_function', `"${name}" is a function of several integrations: ${names.join(', ')}.`)
}

function refusePage(index: CatalogIndex, guides: readonly Guide[], name: string): never {
  const known = index.integrations.flatMap(({ namespaces, functions }) => [
    ...namespaces,
    ...functions.flatMap((fn) => [fn.name, `${namespaces[0]}.${fn.name}`]),
  ])
  const near = suggest(name, [...known, ...guides.map((guide) => guide.name)])
  throw new CallFailure('unknown_integration', `There is no page "${name}".${near}`, {
    hint: 'Check the spelling; docs.list() names every page.',
  })
}

function suggest(wrong: string, known: string[]): string {
  const near = nearestName(wrong, known)
  return near ? ` Did you mean "${near}"?` : ''
}
