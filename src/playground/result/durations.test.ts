import { expect, test } from 'vitest'
import { countOf, formatMs, formatSeconds } from './durations.ts'

test.each([
  [0, '0.00 s'],
  [412, '0.41 s'],
  [61_500, '1 min 1 s'],
])('%i ms as seconds', (ms, text) => {
  expect(formatSeconds(ms)).toBe(text)
})

test.each([
  [0.4, '<1 ms'],
  [12.6, '13 ms'],
  [999.4, '999 ms'],
  [1_240, '1.24 s'],
  [12_600, '12.60 s'],
])('%d ms', (ms, text) => {
  expect(formatMs(ms)).toBe(text)
})

test('one and many', () => {
  expect([countOf(0, 'call'), countOf(1, 'call'), countOf(2, 'call')]).toEqual(['0 calls', '1 call', '2 calls'])
})
