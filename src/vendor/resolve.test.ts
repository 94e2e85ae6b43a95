import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { requiredGroup, resolveCall } from './resolve.ts'

const catalog = loadCatalog()

test('a call finds its definition and the credentials that it needs', () => {
  const { integration, fn } = resolveCall(catalog, { integration: 'upstash', function: 'get_key' })
  expect([integration.slug, fn.name, requiredGroup(integration, fn)]).toEqual(['upstash', 'get_key', 'redis'])
  const teams = resolveCall(catalog, { integration: 'upstash', function: 'get_current_user' })
  expect(requiredGroup(teams.integration, teams.fn)).toBe('management')
})

test.each([
  ['upstahs', 'get_key', 'unknown_integration', 'There is no integration `upstahs`, did you mean `upstash`?'],
  ['__proto__', 'get_key', 'unknown_integration', 'There is no integration `__proto__`'],
  ['upstash', 'get_kye', 'unknown_function', 'Upstash Redis has no function `get_kye`, did you mean `get_key`?'],
  ['upstash', 'upstash_get_key', 'unknown_function', 'Upstash Redis has no function `upstash_get_key`'],
  ['upstash', 'constructor', 'unknown_function', 'Upstash Redis has no function `constructor`'],
])('%s.%s is %s', (integration, name, code, message) => {
  const error: unknown = expect.objectContaining({ code, message: expect.stringContaining(message) as unknown })
  expect(() => resolveCall(catalog, { integration, function: name })).toThrow(expect.objectContaining({ error }))
})
