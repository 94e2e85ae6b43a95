import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { writeFull, writeIndex } from './llms.ts'

const references = [{ definition: loadCatalog().integrations['upstash']!, guide: '', examples: [] }]
const guides = [{ title: 'Hosting', description: 'Settings.', path: '/docs/hosting.md', text: 'Run it.' }]

test('the index links every integration and guide, below the address of the site', () => {
  const index = writeIndex(references, guides, 'https://lua.example')
  expect(index).toContain('- [Upstash Redis](https://lua.example/integrations/upstash.md): Read and write keys')
  expect(index).toContain('`app.integrations.upstash`, 7 functions, 5 read, 2 write.')
  expect(index).toContain('- [Hosting](https://lua.example/docs/hosting.md): Settings.')
})

test('the full text holds guides and references', () => {
  const full = writeFull(references, guides)
  expect(full).toContain('# Hosting\n\nSettings.\n\nRun it.\n')
  expect(full).toContain('# Upstash Redis Lua API for KosmoKrator Agents\n')
})
