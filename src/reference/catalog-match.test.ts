import { expect, test } from 'vitest'
import { matchesFilter } from './catalog-match.ts'

const item = { text: 'upstash redis get_key set_key', category: 'data', effects: ['read', 'write'] }
const all = { q: '', category: '', effect: '' }

test.each([
  [{}, true],
  [{ q: 'redis GET_' }, true],
  [{ q: 'redis mongo' }, false],
  [{ category: 'data' }, true],
  [{ category: 'files' }, false],
  [{ effect: 'write' }, true],
  [{ effect: 'destructive' }, false],
])('%j matches: %j', (wanted, matches) => {
  expect(matchesFilter(item, { ...all, ...wanted })).toBe(matches)
})
