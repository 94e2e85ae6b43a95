// Whether an integration of the catalog matches what the reader filters by.

export interface CatalogItem {
  /** Name, summary and functions in lower case. */
  text: string
  category: string
  effects: string[]
}

/** Every word of `q` must occur; empty filters let everything through. */
export function matchesFilter(item: CatalogItem, wanted: { q: string; category: string; effect: string }): boolean {
  const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    words.every((word) => item.text.includes(word)) &&
    (!wanted.category || item.category === wanted.category) &&
    (!wanted.effect || item.effects.includes(wanted.effect))
  )
}
