// The same JSON in another spelling, and no other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unescapeAscii } from './unescape-ascii.ts'

test.each([
  [String.raw`"\u0041\u007e\u0020"`, '"A~ "'],
  [String.raw`"\u0022\u005c\u005C\u007f\u0000\u00e9\u2028"`, String.raw`"\u0022\u005c\u005C\u007f\u0000\u00e9\u2028"`],
  [String.raw`"\\u0041 \\\u0041 \n\"\u0041"`, String.raw`"\\u0041 \\A \n\"A"`],
  ['no escapes', 'no escapes'],
])('%s', (text, expected) => {
  expect(unescapeAscii(text)).toBe(expected)
})

test('the value stays the same, whatever is escaped', () => {
  const piece = fc.oneof(fc.constantFrom('\\', '"', 'u0041', 'a', '/', '\n', 'é', '\u2028'), fc.string())
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, escapeAll) => {
      const value = pieces.join('')
      const units = Array.from({ length: value.length }, (_, i) => value.charCodeAt(i).toString(16).padStart(4, '0'))
      const json = escapeAll ? `"${units.map((unit) => `\\u${unit}`).join('')}"` : JSON.stringify(value)
      expect(JSON.parse(unescapeAscii(json))).toBe(value)
    }),
  )
})
