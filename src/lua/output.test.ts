import { expect, test } from 'vitest'
import { createOutput } from './output.ts'

function write(limits: { outputBytes: number; outputLines: number }, texts: string[]): string {
  let written = ''
  const output = createOutput(limits, (text) => {
    written += text
  })
  for (const text of texts) output(text)
  return written
}

const wide = { outputBytes: 1000, outputLines: 1000 }

test.each([
  [wide, ['a\n', 'b'], 'a\nb'],
  [{ ...wide, outputLines: 2 }, ['a\n', 'b\n'], 'a\nb\n'],
  [{ ...wide, outputLines: 2 }, ['a\n', 'b\n', 'c\n', 'd\n'], 'a\nb\noutput cut at 2 lines\n'],
  [{ ...wide, outputLines: 2 }, ['a\nb\nc\n'], 'a\nb\noutput cut at 2 lines\n'],
  [{ ...wide, outputBytes: 4 }, ['abc\n', '', 'd'], 'abc\noutput cut at 4 bytes\n'],
  [{ ...wide, outputBytes: 6 }, ['aäää\n', 'x'], 'aää\noutput cut at 6 bytes\n'],
  [{ ...wide, outputBytes: 5 }, ['😀😀'], '😀\noutput cut at 5 bytes\n'],
])('%o on %j', (limits, texts, expected) => {
  expect(write(limits, texts)).toBe(expected)
})
