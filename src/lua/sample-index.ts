// A small catalog index for the tests of the runtime: two integrations that no vendor has.
import { type CatalogIndex } from '../contract/catalog.ts'

function listFunction(name: string, args: string[] = [], aliases: string[] = [], tables: string[] = []) {
  return { name, aliases, title: name, summary: name, effect: 'read' as const, arguments: args, tables }
}

const common = {
  category: 'test',
  summary: 'For tests',
  auth: 'API key',
  demo: true,
  secretPatterns: [],
  file: 'none.json',
}

export const sampleIndex: CatalogIndex = {
  version: 'sample',
  integrations: [
    {
      ...common,
      slug: 'probe',
      name: 'Probe',
      namespaces: ['probe'],
      functions: [listFunction('value'), listFunction('fail'), listFunction('echo', ['first', 'second', 'third'])],
    },
    {
      ...common,
      slug: 'key-store',
      name: 'Key store',
      namespaces: ['key-store', 'store2'],
      functions: [
        listFunction('get_key', ['key']),
        listFunction('set_key', ['key', 'value', 'ex'], ['put_key']),
        listFunction('list_keys'),
        listFunction('set_hash', ['key', 'value'], [], ['value']),
        listFunction('delete_keys', ['keys', 'pattern'], [], ['keys']),
      ],
    },
  ],
}
