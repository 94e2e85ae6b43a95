import { expect, test } from 'vitest'
import { isOversized } from './message-size.ts'

const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

test.each([
  ['a list of very many items', Array.from({ length: 100_001 }, () => 0), true],
  ['a list with nothing in it but its length', Object.assign([], { length: 4_000_000_000 }), true],
  ['a value that contains itself', cyclic, true],
  ['texts of many megabytes together', Array.from({ length: 60 }, () => 'x'.repeat(1 << 20)), true],
  ['a name of many megabytes', { ['x'.repeat(50 << 20)]: 1 }, true],
  ['many lists of many items', Array.from({ length: 1_000 }, () => Array.from({ length: 1_000 }, () => 0)), true],
  ['numbers in a buffer', new Float64Array(8), true],
  ['a text of eight megabytes', { type: 'done', text: 'x'.repeat(8 << 20) }, false],
  ['a result of many values', { values: Array.from({ length: 10_000 }, () => ({ text: '1', json: '1' })) }, false],
  ['nothing', undefined, false],
])('%s', (_, message, expected) => {
  expect(isOversized(message)).toBe(expected)
})
