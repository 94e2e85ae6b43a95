import { expect, test } from 'vitest'
import { decodeId, encodeId } from './ids.ts'

test.each([
  // Ids that real deployments made; they stand in tests of get-convex/convex-backend.
  ['k570e9j5cj1t5gf0zwf3tq3vkawxhqr0', 10_009],
  ['m57068j1c1zsxfewzcd3jp3qjttx99vg', 10_017],
])('reads the table of a real id: %s', (id, table) => {
  expect(decodeId(id)).toBe(table)
})

test.each([1, 127, 128, 10_001, 16_000])('writes ids of table %i that it can read', (table) => {
  const ids = Array.from({ length: 50 }, (_, count) => encodeId(table, count))
  expect(new Set(ids).size).toBe(50)
  expect(ids.map(decodeId)).toEqual(ids.map(() => table))
})

test.each([
  ['', 'Unable to decode ID: Invalid ID length 0'],
  ['doc_abc123', 'Unable to decode ID: Invalid ID length 10'],
  ['x'.repeat(38), 'Unable to decode ID: Invalid ID length 38'],
  ['k570e9j5cj1t5gf0zwf3tq3vkawxhqrU', "Unable to decode ID: ID wasn't valid base32"],
  ['k570e9j5cj1t5gf0zwf3tq3vkawxhqr1', 'Unable to decode ID: Invalid ID version 479 (expected 223)'],
  ['k570e9j5cj1t5gf0zwf3tq3vkawxhqs0', 'Unable to decode ID: Invalid ID version'],
])('says what is wrong with %j', (id, message) => {
  expect(() => decodeId(id)).toThrow(message)
})
