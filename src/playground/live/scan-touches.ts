// What a script would touch, read off its text. It fills in questions and lists; the server's checks are the guard.
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type Touches } from './touches.ts'

/** Calls by the name of a function of the catalog, on a mentioned integration; accounts where they are written out. */
export function scanTouches(source: string, index: CatalogIndex): Touches {
  const touches: Touches = { functions: [], unknownLines: [] }
  for (const { slug, name, namespaces, functions } of index.integrations) {
    const spelled = namespaces.find((namespace) => source.includes(namespace.replaceAll('-', '_')))
    if (!spelled) continue
    for (const fn of functions) {
      const called = [...source.matchAll(new RegExp(`(\\w+)\\.${fn.name}\\s*[({"'[]`, 'g'))]
      if (!called.length) continue
      touches.functions.push({
        integration: slug,
        vendor: name,
        function: fn.name,
        effect: fn.effect,
        accounts: [null],
      })
    }
  }
  return touches
}
