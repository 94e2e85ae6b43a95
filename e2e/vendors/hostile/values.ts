// Hostile values, the same in every run: JSON texts that an argument can be, and keys that an object can have.
import fc from 'fast-check'
import { LIMITS } from '../../../src/contract/limits.ts'

/** Texts that mean something to a URL, a header, a parser of JSON, a shell, JavaScript, or to whoever reads them. */
const TEXTS = [
  '',
  '.',
  '..',
  '/',
  '//',
  '///',
  '../',
  '/..',
  '../../..',
  './x',
  '..\\..',
  '\\',
  '?',
  '?limit=1',
  '#',
  '#x',
  '&a=b',
  '=',
  ';',
  ':',
  '@evil.example',
  'user:secret@evil.example',
  '//evil.example/x',
  'https://evil.example/',
  'HTTP://EVIL.EXAMPLE',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '%',
  '%%',
  '%2e',
  '%2e%2e',
  '%2E%2E%2F',
  '%2e%2e%2f..%2f',
  '%252e%252e%252f',
  '%5c..%5c',
  '%00',
  '%0d%0aX-Evil:%201',
  '%ff',
  '%u002e',
  'a%2Fb',
  'a/b',
  'a b',
  ' ',
  '\t',
  '+',
  '\r\n',
  'a\r\nX-Evil: 1',
  '\n',
  '\0',
  'a\0b',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ud800',
  '\udc00x',
  'x\ud83d',
  '👋',
  '🏳️‍🌈',
  'שלום',
  '\u202eevil',
  '\u200b',
  '\ufeff',
  'e\u0301',
  'é',
  'ＡＢＣ／．．',
  '。。',
  '＜script＞',
  '<script>alert(1)</script>',
  '"',
  "'",
  '`',
  '{}',
  '[]',
  'null',
  'true',
  '{"$arg":"key"}',
  '{{constructor}}',
  '${7*7}',
  '{id}',
  '$&',
  '$1',
  "'; DROP TABLE users; --",
  '`rm -rf /`',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'NaN',
  '0',
  '-0',
  '1e309',
  '9007199254740993',
]

/** Numbers as JSON writes them: some no machine can hold. */
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1',
  '500',
  '501',
  '1.5',
  '1e3',
  '1e21',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775809',
  '123456789012345678901234567890',
  '0.1000000000000000055511151231257827',
]

const OTHERS = [
  'null',
  'true',
  'false',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '["..", "a\\r\\nb", ""]',
  '[1, "1", true]',
  '{"": ""}',
  '{"__proto__": {"polluted": true}}',
  '{"constructor": {"prototype": {"polluted": true}}}',
  '{"toString": "x", "hasOwnProperty": 1}',
  '{"length": 3, "0": "a"}',
  '{"$arg": "key"}',
  '{"a/b": {"..": "?"}, "c~d": null}',
  '{"a": {"__proto__": 1}}',
  '{"then": "x"}',
  '{"a": [{"b": ["\\ud800"]}]}',
  `${'['.repeat(LIMITS.depth + 1)}${']'.repeat(LIMITS.depth + 1)}`,
  `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
]

/** Lengths around the limit of a call, written rarely: each costs as much as a thousand small ones. */
const LENGTHS = [1_001, 70_000, LIMITS.requestBytes - 2_000, LIMITS.requestBytes, LIMITS.requestBytes * 4]

const nasty = fc.constantFrom(...TEXTS)
const text = fc.oneof(
  { arbitrary: nasty, weight: 6 },
  { arbitrary: fc.array(nasty, { minLength: 2, maxLength: 5 }).map((parts) => parts.join('')), weight: 3 },
  { arbitrary: fc.tuple(nasty, fc.string(), nasty).map((parts) => parts.join('')), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 1 },
  // Each char code by itself: halves of characters at any place.
  { arbitrary: fc.array(fc.nat(0xffff), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)), weight: 1 },
)

const jsonText = fc.oneof(
  { arbitrary: text.map((value) => JSON.stringify(value)), weight: 12 },
  { arbitrary: fc.constantFrom(...NUMBERS), weight: 3 },
  { arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), weight: 1 },
  { arbitrary: fc.constantFrom(...OTHERS), weight: 3 },
  { arbitrary: fc.json({ maxDepth: 3, stringUnit: 'binary' }), weight: 1 },
)

/** So many JSON texts; the same for the same seed. Every one of the named texts comes up in a few hundred. */
export function makeHostileValues(count: number, seed: number): string[] {
  return fc.sample(jsonText, { numRuns: count, seed })
}

/** So many keys for an object, not as JSON. */
export function makeHostileKeys(count: number, seed: number): string[] {
  return fc.sample(text, { numRuns: count, seed })
}

/** JSON texts of huge strings, up to the limit of a call and over it. */
export const hugeValues = LENGTHS.map((length) => JSON.stringify('x'.repeat(length)))
