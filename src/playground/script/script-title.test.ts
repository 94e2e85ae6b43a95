import { expect, test } from 'vitest'
import { titleOf } from './script-title.ts'

test.each([
  ['-- title: Cache a forecast\nprint(1)', 'Cache a forecast'],
  ['\n-- Ban stale sign-ups\nprint(1)', 'Ban stale sign-ups'],
  ['--[[ block ]]', null],
  ['print(1) -- no', null],
  ['--\n', null],
  ['', null],
  [`-- ${'x'.repeat(80)}`, `${'x'.repeat(59)}…`],
])('%j', (source, title) => {
  expect(titleOf(source)).toBe(title)
})
