import { expect, test } from 'vitest'
import { LIMITS } from '../contract/limits.ts'
import { formatLimit } from '../contract/format-limit.ts'
import { listLimits } from './limits.ts'

test.each([
  [262_144, 'bytes', '256 KiB'],
  [8_388_608, 'bytes', '8 MiB'],
  [30_000, 'ms', '30 s'],
  [600_000, 'ms', '10 min'],
  [10_000, 'count', '10,000'],
] as const)('%d %s reads %s', (value, unit, text) => {
  expect(formatLimit(value, unit)).toBe(text)
})

test('every limit is listed once', () => {
  expect(new Set(listLimits().map(({ label }) => label)).size).toBe(Object.keys(LIMITS).length)
})
