import { expect, test } from 'vitest'
import { countOf, formatTime } from './wording.ts'

test('counts agree with their nouns', () => {
  expect([countOf(0, 'call'), countOf(1, 'call'), countOf(2, 'call')]).toEqual(['0 calls', '1 call', '2 calls'])
})

test('times are short: never 0 ms, seconds with one digit', () => {
  expect([formatTime(0.2), formatTime(12.6), formatTime(1449)]).toEqual(['1 ms', '13 ms', '1.4 s'])
})
