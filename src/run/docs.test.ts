import { expect, test } from 'vitest'
import { type CatalogIndex } from '../contract/catalog.ts'
import { createDocs } from './docs.ts'

const fn = (name: string, title: string, summary: string, aliases: string[] = []) => ({
  ...{ name, title, summary, aliases, effect: 'read' as const, arguments: [], tables: [] },
})
const entry = (slug: string, namespaces: string[], functions: ReturnType<typeof fn>[]) => ({
  ...{ slug, name: slug, category: 'data', summary: `All of ${slug}.`, auth: 'API key', namespaces },
  ...{ secretPatterns: [], demo: true, file: `${slug}.json`, functions },
})
const index: CatalogIndex = {
  version: '1',
  integrations: [
    entry('upstash', ['upstash'], [fn('get_key', 'Get key', 'Reads a value.'), fn('list_keys', 'List keys', 'Lists.')]),
    entry('acuity-scheduling', ['acuity-scheduling'], [fn('list', 'List', 'Lists visits.', ['list_visits'])]),
  ],
}
const pages: Record<string, string> = {
  '/integrations/upstash.md': '# Upstash\n\n### get_key\n\nReads.\n\n### list_keys\n\nLists.\n',
  '/integrations/acuity-scheduling.md': '# Acuity\n\n### list\n\nVisits.\n',
}
const docs = createDocs(index, (path) => Promise.resolve(pages[path] ?? `nothing at ${path}`))

test('the list names every integration', () => {
  expect(docs.list()).toBe(
    'upstash - All of upstash. (2 functions)\nacuity-scheduling - All of acuity-scheduling. (1 function)',
  )
})

test.each(['upstash', 'integrations.upstash', 'app.integrations.upstash', '  upstash '])(
  'reads the page %j',
  async (page) => {
    expect(await docs.read(page)).toBe(pages['/integrations/upstash.md'])
  },
)

test.each([
  ['upstash.get_key', '### get_key\n\nReads.\n'],
  ['app.integrations.upstash.get_key', '### get_key\n\nReads.\n'],
  ['upstash.upstash_get_key', '### get_key\n\nReads.\n'],
  ['acuity_scheduling.list_visits', '### list\n\nVisits.\n'],
])('reads the section %s', async (page, section) => {
  expect(await docs.read(page)).toBe(section)
})

test.each([
  ['upstahs', 'unknown_integration', 'Did you mean "upstash"?'],
  ['upstash.get_kye', 'unknown_function', 'Did you mean "get_key"?'],
])('%s is refused with the nearest name', async (page, code, suggestion) => {
  await expect(docs.read(page)).rejects.toMatchObject({ error: { code }, message: expect.stringContaining(suggestion) })
})

test('search puts the whole name first', () => {
  expect(docs.search('get_key').split('\n')[0]).toBe('upstash.get_key - Reads a value.')
  expect(docs.search('lists')).toBe('upstash.list_keys - Lists.\nacuity-scheduling.list - Lists visits.')
  expect(docs.search('kubernetes')).toMatch(/^Nothing found for "kubernetes"/)
})

test('search answers with 20 lines at most', () => {
  const many = Array.from({ length: 50 }, (_, i) => fn(`get_${i}`, 'Get', 'Gets.'))
  const big = createDocs({ version: '1', integrations: [entry('big', ['big'], many)] }, () => Promise.resolve(''))
  expect(big.search('gets').split('\n')).toHaveLength(20)
})
