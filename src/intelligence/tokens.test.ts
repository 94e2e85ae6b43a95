import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAllTokens, readTokens } from './tokens.ts'

/** Kinds and values in short. */
function read(source: string): string[] {
  return readTokens(source).map(({ kind, value }) => `${kind} ${value}`)
}

test.each([
  ['local x = 1', ['keyword local', 'name x', 'symbol =', 'number 1']],
  ['"a\\n\\t\\\\\\"" \'b\'', ['string a\n\t\\"', 'string b']],
  ['"\\65\\x42\\u{43}\\z  \n  D"', ['string ABCD']],
  ['"line \\\nbreak"', ['string line \nbreak']],
  ['[[a]] [==[\nb]]]==]', ['string a', 'string b]]']],
  [
    '0xFF 0x1p4 3.5e-2 .5 3. 1e',
    ['number 0xFF', 'number 0x1p4', 'number 3.5e-2', 'number .5', 'number 3.', 'number 1e'],
  ],
  [
    'a..b ... a//b ~= :: <<',
    [
      'name a',
      'symbol ..',
      'name b',
      'symbol ...',
      'name a',
      'symbol //',
      'name b',
      'symbol ~=',
      'symbol ::',
      'symbol <<',
    ],
  ],
  ['-- c\nx --[[ d\n]] y --[=[ e', ['name x', 'name y']],
  ['#!/usr/bin/lua\nx', ['name x']],
  ['"open\nx', ['string open', 'name x']],
  ['x € $ y', ['name x', 'name y']],
  ['"\\', ['string ']],
])('%j', (source, expected) => {
  expect(read(source)).toEqual(expected)
})

test('lines count from one, through strings and comments', () => {
  const source = 'a\n--[[\n]] b [[\n\n]] c "\\\n" d'
  expect(readTokens(source).map(({ text, line }) => [text[0], line])).toEqual([
    ['a', 1],
    ['b', 3],
    ['[', 3],
    ['c', 5],
    ['"', 5],
    ['d', 6],
  ])
})

test('any text gives tokens in order that do not overlap', { timeout: 60_000 }, () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '[[',
    ']]',
    '--',
    '[=[',
    '\\',
    '\n',
    'x',
    ' ',
    '0x',
    '.',
    '\\u{',
    '{',
    '\ud800',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (source) => {
        let last = 0
        for (const { start, end, text } of readAllTokens(source)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(source.slice(start, end)).toBe(text)
          last = end
        }
      },
    ),
  )
})
