// A small catalog index for tests of what a script calls: a function of each effect, and a name with a hyphen.
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Effect } from '../contract/effect.ts'

function listFunction(name: string, effect: Effect, args: string[] = [], aliases: string[] = []) {
  return { name, aliases, title: name, summary: name, effect, arguments: args, tables: [] }
}

const common = { summary: 'For tests.', auth: 'API key', secretPatterns: [], demo: true, file: 'none.json' }

export const sampleIndex: CatalogIndex = {
  version: 'sample',
  integrations: [
    {
      ...common,
      slug: 'upstash',
      name: 'Upstash Redis',
      category: 'data',
      namespaces: ['upstash'],
      functions: [
        listFunction('get_key', 'read', ['key']),
        listFunction('set_key', 'write', ['key'], ['put_key']),
        listFunction('delete_key', 'destructive', ['key']),
      ],
    },
    {
      ...common,
      slug: 'acuity-scheduling',
      name: 'Acuity',
      category: 'crm',
      namespaces: ['acuity-scheduling', 'acuity_scheduling'],
      functions: [listFunction('list', 'read')],
    },
  ],
}
