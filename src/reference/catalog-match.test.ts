import { expect, test } from 'vitest'
import { matchesFilter, readFilter } from './catalog-match.ts'

const item = {
  text: 'upstash redis get_key set_key',
  category: 'data',
  effects: ['read', 'write'],
  auth: 'API key',
  demo: true,
}

test.each([
  ['', true],
  ['q=redis GET_', true],
  ['q=redis mongo', false],
  ['category=data', true],
  ['category=files', false],
  ['effect=write', true],
  ['effect=destructive', false],
  ['auth=API key', true],
  ['auth=OAuth', false],
  ['demo=yes', true],
  ['demo=no', false],
  ['demo=perhaps', true],
  ['category=data&demo=no', false],
])('%s matches: %j', (query, matches) => {
  expect(matchesFilter(item, readFilter(new URLSearchParams(query)))).toBe(matches)
})
