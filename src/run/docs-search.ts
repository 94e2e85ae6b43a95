// Finds functions and guides by words: names count for more than titles, titles for more than sentences.
import { type CatalogEntry, type CatalogIndex } from '../contract/catalog.ts'
import { spellFunction } from '../contract/names.ts'
import { type Guide } from './guides.ts'

const MOST_FOUND = 20
/** Words that say nothing of what is wanted. */
const STOP_WORDS = new Set('a an and are do does for how i in is of on or the to what with'.split(' '))

interface Row {
  line: string
  /** Whole names under which it is known. */
  names: string[]
  title: string
  text: string
}

/** Lines `upstash.get_key - summary`, best first, or a sentence that nothing was found. */
export function searchDocs(
  index: CatalogIndex,
  guides: readonly Guide[],
  query: string,
  limit: number = MOST_FOUND,
): string {
  const terms = readTerms(query)
  const whole = terms.join(' ')
  const rows = [...index.integrations.flatMap(describeFunctions), ...guides.map(describeGuide)].map((row) => ({
    line: row.line,
    score: terms.length ? scoreWhole(whole, row) + terms.reduce((sum, term) => sum + scoreTerm(term, row), 0) : 0,
  }))
  const found = rows.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  if (!found.length) return `Nothing found for "${query.trim()}". docs.list() names every page.`
  return found
    .slice(0, limit)
    .map(({ line }) => line)
    .join('\n')
}

function readTerms(query: string): string[] {
  const terms = query
    .toLowerCase()
    .replace(/\b(?:app\.)?integrations\./g, '')
    .split(/[^\p{L}\p{N}_.-]+/u)
    .map((term) => term.replace(/^[.-]+|[.-]+$/g, ''))
    .filter(Boolean)
  const telling = terms.filter((term) => !STOP_WORDS.has(term))
  return telling.length ? telling : terms
}

function describeFunctions({ namespaces, slug, summary, functions }: CatalogEntry): Row[] {
  return functions.map((fn) => {
    const spellings = spellFunction(namespaces, fn)
    return {
      line: `${namespaces[0] ?? slug}.${fn.name} - ${fn.summary}`,
      names: [
        ...namespaces,
        ...spellings,
        ...namespaces.flatMap((name) => spellings.map((spelt) => `${name}.${spelt}`)),
      ],
      title: fn.title.toLowerCase(),
      text: `${fn.summary} ${summary}`.toLowerCase(),
    }
  })
}

function describeGuide({ name, title, summary }: Guide): Row {
  return { line: `${name} - ${summary}`, names: [name], title: title.toLowerCase(), text: summary.toLowerCase() }
}

function scoreWhole(query: string, { names, title }: Row): number {
  if (names.includes(query.replaceAll(' ', '_'))) return 100
  return title.includes(query) ? 50 : 0
}

function scoreTerm(term: string, { names, title, text }: Row): number {
  if (names.includes(term)) return 10
  // A letter or two are a part of nearly everything.
  if (term.length < 3) return title.split(' ').includes(term) ? 3 : 0
  if (names.some((name) => name.includes(term))) return 5
  if (title.includes(term)) return 3
  return text.includes(term) ? 1 : 0
}
