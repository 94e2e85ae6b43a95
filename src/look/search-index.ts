// Pagefind's index, loaded when the first search is made, and its answers as one flat list.

/** One place that a query was found in: a section of a page, or the page itself. */
export interface Hit {
  title: string
  page: string
  url: string
  excerpt: string
}

/** What Pagefind tells of a page that matched; see its JavaScript API. */
export interface PageMatch {
  url: string
  /** `where` is a short name of the page, where it says one. */
  meta: { title?: string; where?: string }
  excerpt: string
  sub_results: { title: string; url: string; excerpt: string }[]
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<PageMatch> }[] }>
}

/** What a function is called by. */
const IDENTIFIER = /^[a-z][a-z0-9_]*$/
const PAGES = 6
const HITS = 12
const INDEX = '/pagefind/pagefind.js'

let pagefind: Promise<Pagefind> | undefined

/** Searches the site. @throws when the index cannot be loaded, as on the development server. */
export async function findHits(query: string): Promise<Hit[]> {
  pagefind ??= import(/* @vite-ignore */ INDEX) as Promise<Pagefind>
  const { results } = await (await pagefind).search(query)
  const pages = await Promise.all(results.slice(0, PAGES).map((result) => result.data()))
  return rankHits(query, pages)
}

/** Flattens pages into sections. What was asked for by its very title comes first, then functions, then other titles. */
export function rankHits(query: string, pages: PageMatch[]): Hit[] {
  const wanted = query.toLowerCase()
  const hits = pages.flatMap((match) => {
    const page = match.meta.title ?? ''
    const sections = match.sub_results.length ? match.sub_results : [{ ...match, title: page }]
    const where = match.meta.where ?? page
    return sections.map(({ title, url, excerpt }) => ({ title, page: title === page ? '' : where, url, excerpt }))
  })
  const score = ({ title }: Hit): number => {
    const name = title.toLowerCase()
    if (name === wanted) return 0
    if (!name.includes(wanted)) return 4
    return IDENTIFIER.test(title) ? 1 : name.startsWith(wanted) ? 2 : 3
  }
  return hits
    .map((hit, index) => ({ hit, index, score: score(hit) }))
    .sort((a, b) => a.score - b.score || a.index - b.index)
    .slice(0, HITS)
    .map(({ hit }) => hit)
}
