import { expect, test } from 'vitest'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { scanTouches } from './scan-touches.ts'

const fn = { aliases: [], title: 'Title', summary: 'Summary.', arguments: [], tables: [] }
const index: CatalogIndex = {
  version: 'v',
  integrations: [
    {
      slug: 'upstash',
      name: 'Upstash Redis',
      category: 'data',
      summary: 'Keys.',
      auth: 'API key',
      namespaces: ['upstash'],
      secretPatterns: [],
      demo: true,
      file: 'upstash.json',
      functions: [
        { ...fn, name: 'get_key', effect: 'read' },
        { ...fn, name: 'set_key', effect: 'write' },
      ],
    },
  ],
}

test('calls are gathered by function, with each account once', () => {
  const source = 'local u = app.integrations.upstash u.get_key{} u.work.get_key{} u.get_key{} u.set_key{}'
  expect(scanTouches(source, index)).toEqual({
    functions: [
      {
        integration: 'upstash',
        vendor: 'Upstash Redis',
        function: 'get_key',
        effect: 'read',
        accounts: [null, 'work'],
      },
      { integration: 'upstash', vendor: 'Upstash Redis', function: 'set_key', effect: 'write', accounts: [null] },
    ],
    dynamic: false,
  })
})

test('a script that can do more says so', () => {
  expect(scanTouches('load("x")()', index)).toEqual({ functions: [], dynamic: true })
})
