import { expect, test } from 'vitest'
import { lineStart, positionAt } from './positions.ts'

const text = 'one\n\nthree'

test.each([
  [1, 0],
  [2, 4],
  [3, 5],
  [9, 5],
])('line %i begins at %i', (line, offset) => {
  expect(lineStart(text, line)).toBe(offset)
})

test.each([
  [0, { line: 1, column: 1 }],
  [3, { line: 1, column: 4 }],
  [4, { line: 2, column: 1 }],
  [10, { line: 3, column: 6 }],
])('offset %i is at %o', (offset, position) => {
  expect(positionAt(text, offset)).toEqual(position)
})
