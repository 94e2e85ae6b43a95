// Every function of every integration, by every name that it has, in docs.read and in Lua.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalog, ROOT } from '../../src/catalog/load.ts'
import { spellFunction } from '../../src/contract/names.ts'
import { createDocs } from '../../src/run/docs.ts'
import { runCase } from './run-case.ts'

const { index } = loadCatalog()
const texts = new Map<string, Promise<string>>()
const docs = createDocs(index, (path) => {
  if (!texts.has(path)) texts.set(path, readFile(join(ROOT, 'dist', path), 'utf8'))
  return texts.get(path)!
})

const functions = index.integrations.flatMap(({ slug, namespaces, functions }) =>
  functions.map((fn) => ({ slug, namespaces, name: fn.name, spellings: spellFunction(namespaces, fn) })),
)

test('there are 63 functions', () => {
  expect(functions).toHaveLength(63)
})

test.each(functions)('docs.read knows $slug.$name by all its names', async ({ slug, namespaces, name, spellings }) => {
  const page = await docs.read(`${slug}.${name}`)
  expect(page.startsWith(`## ${name}\n`)).toBe(true)
  const inNamespace = namespaces.flatMap((namespace) => spellings.map((spelling) => `${namespace}.${spelling}`))
  const names = inNamespace.flatMap((full) => [full, `integrations.${full}`, `app.integrations.${full}`, `app.${full}`])
  const alone = spellings.filter((spelling) => spelling.startsWith(`${slug.replaceAll('-', '_')}_`))
  for (const known of [...names, ...alone]) expect(await docs.read(known), known).toBe(page)
})

test('every name is the same function in Lua, on the default account and on a named one', async () => {
  const checks = functions.flatMap(({ slug, namespaces, name, spellings }) =>
    namespaces.flatMap((namespace) =>
      spellings.flatMap((spelling) =>
        ['', '.default', '.work'].map((account) => {
          const path = `app.integrations["${namespace}"]${account}.${spelling}`
          return `check(${path}, app.integrations["${slug}"]${account}.${name}, '${path}')`
        }),
      ),
    ),
  )
  const check = "local function check(a, b, path) if not rawequal(a, b) then print(path, 'is', a, 'not', b) end end"
  expect(checks.length).toBeGreaterThan(400)
  expect(await runCase([check, ...checks, "print('done')"].join('\n'))).toBe('done\n')
})
