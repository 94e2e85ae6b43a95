// What every function takes and gives is what was reviewed against the vendor: a choice, bound, default or result field that
// goes or comes without anybody meaning it turns this red, also where the vendor's specification is not beside the checkout.
// After a change that is meant: `vitest run e2e/vendors/surface.test.ts --update`, and read the difference.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type FunctionDefinition } from '../../src/contract/definition.ts'
import { writeSurface } from './surface.ts'

const { integrations } = loadCatalog()

describe.each(Object.entries(integrations))('%s', (slug, definition) => {
  const file = join(import.meta.dirname, slug, 'surface.txt')

  test('is what was reviewed', async () => {
    expect(existsSync(file)).toBe(true)
    await expect(writeSurface(definition)).toMatchFileSnapshot(file)
  })
})

test('every kind of change shows', () => {
  const upstash = integrations['upstash']!
  const surface = writeSurface(upstash)
  const change = (name: string, changed: (fn: FunctionDefinition) => Partial<FunctionDefinition>) =>
    writeSurface({
      ...upstash,
      functions: upstash.functions.map((fn) => (fn.name === name ? { ...fn, ...changed(fn) } : fn)),
    })
  const key = { type: 'string', description: 'A key' } as const
  const changes = [
    change('get_key', () => ({ effect: 'write' })),
    change('get_key', () => ({ aliases: ['other'] })),
    change('get_key', ({ input }) => ({ input: { ...input, required: [] } })),
    ...[{ enum: ['a'] }, { maxLength: 9 }, { pattern: 'a' }, { default: 'a' }, { vendorDefault: 'a' }].map((more) =>
      change('get_key', ({ input }) => ({ input: { ...input, properties: { key: { ...key, ...more } } } })),
    ),
    change('get_key', ({ output }) => ({ output: { ...output, properties: {} } })),
    writeSurface({ ...upstash, hidden: [] }),
  ]
  expect(new Set([surface, ...changes]).size).toBe(changes.length + 1)
})
