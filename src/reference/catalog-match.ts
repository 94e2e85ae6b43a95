// Whether an integration of the catalog matches what the reader filters by.

export interface CatalogItem {
  /** Name, summary and functions in lower case. */
  text: string
  category: string
  effects: string[]
  /** Label of the authentication. */
  auth: string
  demo: boolean
}

/** What the reader chose; empty lets everything through. */
export interface CatalogFilter {
  /** Every word of it must occur. */
  q: string
  category: string
  effect: string
  auth: string
  demo: '' | 'yes' | 'no'
}

export function matchesFilter(item: CatalogItem, wanted: CatalogFilter): boolean {
  const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    words.every((word) => item.text.includes(word)) &&
    (!wanted.category || item.category === wanted.category) &&
    (!wanted.effect || item.effects.includes(wanted.effect)) &&
    (!wanted.auth || item.auth === wanted.auth) &&
    (!wanted.demo || item.demo === (wanted.demo === 'yes'))
  )
}

/** Reads the choice from the query of an address; what it does not name is empty. */
export function readFilter(query: URLSearchParams): CatalogFilter {
  const read = (name: string): string => query.get(name) ?? ''
  const demo = read('demo')
  return {
    q: read('q'),
    category: read('category'),
    effect: read('effect'),
    auth: read('auth'),
    demo: demo === 'yes' || demo === 'no' ? demo : '',
  }
}
