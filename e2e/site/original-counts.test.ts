// The catalog holds what the original pages held: 63 functions, counted as they counted them, under their names.
import { expect, test } from 'vitest'
import { ORIGINAL_PAGES } from './original-pages.ts'
import { titleOf } from '../../src/reference/markdown.ts'
import { catalogCounts } from '../../src/catalog/counts.ts'
import { loadCatalog } from '../../src/catalog/load.ts'

const { integrations } = loadCatalog()

test('there are 63 functions in five integrations', () => {
  const functions = ORIGINAL_PAGES.flatMap(({ slug }) => integrations[slug]!.functions)
  expect(functions).toHaveLength(63)
  expect(ORIGINAL_PAGES).toHaveLength(5)
})

test.each(ORIGINAL_PAGES)('$slug: $functions functions, $read read, $write write', (original) => {
  const definition = integrations[original.slug]!
  const { functions, read, write } = catalogCounts(definition.functions)
  expect({ functions, read, write }).toEqual({
    functions: original.functions,
    read: original.read,
    write: original.write,
  })
  // Names that the originals shortened are aliases of the full ones.
  const spelled = definition.functions.map(({ name, aliases }, at) =>
    aliases.includes(original.names[at] ?? '') ? original.names[at] : name,
  )
  expect(spelled).toEqual(original.names)
  expect(titleOf(definition)).toBe(original.title)
  expect(definition.category).toBe(original.category.toLowerCase())
})
