// What a name in a script can stand for: a place on the way from `app` to a function of an integration.
import { type CatalogEntry, type CatalogIndex } from '../contract/catalog.ts'
import { ACCOUNT, spellFunction } from '../contract/names.ts'

type IndexedFunction = CatalogEntry['functions'][number]

export type Reference =
  | { kind: 'app' }
  | { kind: 'integrations' }
  | { kind: 'mcp' }
  | { kind: 'namespace'; entry: CatalogEntry }
  /** `name` is null for `.default`. Whether such an account exists is not known here. */
  | { kind: 'account'; entry: CatalogEntry; name: string | null }
  | { kind: 'function'; entry: CatalogEntry; fn: IndexedFunction; account: string | null }
  /** A name that is no integration or function; `path` is how it is written. */
  | { kind: 'unknown'; path: string }

/** Goes one key further, as indexing does in Lua. */
export function followKey(index: CatalogIndex, from: Reference, key: string): Reference {
  switch (from.kind) {
    case 'app':
      if (key === 'integrations' || key === 'mcp') return { kind: key }
      return { kind: 'unknown', path: `app.${key}` }
    case 'integrations': {
      const entry = findEntry(index, key)
      return entry ? { kind: 'namespace', entry } : { kind: 'unknown', path: `app.integrations.${key}` }
    }
    case 'namespace': {
      const fn = findFunction(from.entry, key)
      if (fn) return { kind: 'function', entry: from.entry, fn, account: null }
      if (key === 'default') return { kind: 'account', entry: from.entry, name: null }
      if (ACCOUNT.test(key)) return { kind: 'account', entry: from.entry, name: key }
      return { kind: 'unknown', path: `${from.entry.slug}.${key}` }
    }
    case 'account': {
      const fn = findFunction(from.entry, key)
      if (fn) return { kind: 'function', entry: from.entry, fn, account: from.name }
      return { kind: 'unknown', path: `${from.entry.slug}.${from.name ?? 'default'}.${key}` }
    }
    default:
      // What lies below a function belongs to it, as its methods do.
      return from
  }
}

/** A text that two references share when they stand for the same. */
export function identify(reference: Reference): string {
  const slug = 'entry' in reference ? reference.entry.slug : ''
  switch (reference.kind) {
    case 'account':
      return `account ${slug} ${reference.name}`
    case 'function':
      return `function ${slug} ${reference.fn.name} ${reference.account}`
    case 'unknown':
      return `unknown ${reference.path}`
    default:
      return `${reference.kind} ${slug}`
  }
}

/** Finds an integration by any spelling of any of its namespaces. */
export function findEntry(index: CatalogIndex, namespace: string): CatalogEntry | undefined {
  return index.integrations.find(({ namespaces }) => namespaces.includes(namespace))
}

/** Finds a function by any of its spellings. */
export function findFunction(entry: CatalogEntry, name: string): IndexedFunction | undefined {
  return entry.functions.find((fn) => spellFunction(entry.namespaces, fn).includes(name))
}
