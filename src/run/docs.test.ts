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
const LLMS = `# Site

- [Upstash](https://example.com/integrations/upstash.md): All of upstash.

## Guides

- [Start in five minutes](https://example.com/docs/start.md): Run a function.
- [Errors](/docs/errors.md): What can fail, and the limits.
- [The egress guard](/docs/decisions/egress-guard.md): One way out.
`
Object.assign(pages, { '/llms.txt': LLMS, '/docs/errors.md': '# Errors\n', '/docs/start.md': '# Start\n' })
const docs = createDocs(index, (path) => Promise.resolve(pages[path] ?? `nothing at ${path}`))

test('the list names every integration and every guide', async () => {
  expect(await docs.list()).toBe(
    'upstash - All of upstash. (2 functions)\nacuity-scheduling - All of acuity-scheduling. (1 function)\n\n' +
      'start - Run a function.\nerrors - What can fail, and the limits.',
  )
})

test.each(['upstash', 'app.integrations.upstash', '/integrations/upstash.md'])(
  'the list of %s names its functions',
  async (namespace) => {
    expect(await docs.list(namespace)).toBe('upstash.get_key() - Reads a value.\nupstash.list_keys() - Lists.')
  },
)

test('the list of an unknown namespace is refused', async () => {
  await expect(docs.list('upstahs')).rejects.toMatchObject({ error: { code: 'unknown_integration' } })
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
  ['app.integrations["acuity-scheduling"].list()', '### list\n\nVisits.\n'],
  ['app.integrations.upstash.work.get_key', '### get_key\n\nReads.\n'],
  ['upstash.default.upstash_get_key', '### get_key\n\nReads.\n'],
  ['upstash_get_key', '### get_key\n\nReads.\n'],
  ['get_key', '### get_key\n\nReads.\n'],
  ['list_visits', '### list\n\nVisits.\n'],
  ['errors', '# Errors\n'],
  ['/docs/errors.md', '# Errors\n'],
  ['troubleshooting', '# Errors\n'],
  ['overview', '# Start\n'],
])('reads the section %s', async (page, section) => {
  expect(await docs.read(page)).toBe(section)
})

test.each([
  ['upstahs', 'unknown_integration', 'Did you mean "upstash"?'],
  ['upstash.get_kye', 'unknown_function', 'Did you mean "get_key"?'],
  ['get_kye', 'unknown_integration', 'Did you mean "get_key"?'],
  ['upstahs.get_key', 'unknown_integration', 'Did you mean "upstash.get_key"?'],
  ['erors', 'unknown_integration', 'Did you mean "errors"?'],
  ['a.b.c', 'unknown_integration', 'There is no page "a.b.c".'],
  ['upstash.work.other.get_key', 'unknown_function', 'There is no function "work.other.get_key".'],
])('%s is refused with the nearest name', async (page, code, suggestion) => {
  await expect(docs.read(page)).rejects.toMatchObject({ error: { code }, message: expect.stringContaining(suggestion) })
})

test('a function that several integrations have is refused with their names', async () => {
  const both = {
    version: '1',
    integrations: [...index.integrations, entry('redis', ['redis'], [fn('get_key', '', '')])],
  }
  await expect(createDocs(both, () => Promise.resolve('')).read('get_key')).rejects.toThrow(
    '"get_key" is a function of several integrations: upstash.get_key, redis.get_key.',
  )
})

test.each([
  ['get_key', 'upstash.get_key - Reads a value.'],
  ['How do I get a key?', 'upstash.get_key - Reads a value.'],
  ['app.integrations.upstash.get_key', 'upstash.get_key - Reads a value.'],
  ['upstash_get_key', 'upstash.get_key - Reads a value.'],
  ['upstash.upstash_get_key', 'upstash.get_key - Reads a value.'],
  ['list_visits', 'acuity-scheduling.list - Lists visits.'],
  ['limits', 'errors - What can fail, and the limits.'],
  ['egress guard', 'decisions/egress-guard - One way out.'],
  ['Lists', 'upstash.list_keys - Lists.\nacuity-scheduling.list - Lists visits.'],
  ['kubernetes', 'Nothing found for "kubernetes". docs.list() names every page.'],
  ['', 'Nothing found for "". docs.list() names every page.'],
])('search for %j begins with %j', async (query, first) => {
  expect((await docs.search(query)).startsWith(first)).toBe(true)
})

test('search answers with 20 lines at most, or as many as are asked for', async () => {
  const many = Array.from({ length: 50 }, (_, i) => fn(`get_${i}`, 'Get', 'Gets.'))
  const big = createDocs({ version: '1', integrations: [entry('big', ['big'], many)] }, () => Promise.resolve(''))
  expect((await big.search('gets')).split('\n')).toHaveLength(20)
  expect((await big.search('gets', 3)).split('\n')).toHaveLength(3)
})
