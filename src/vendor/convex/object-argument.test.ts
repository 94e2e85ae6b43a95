import { expect, test } from 'vitest'
import { LIMITS } from '../../contract/limits.ts'
import { parseJson, type Value } from '../../contract/value.ts'
import { encodeFilters } from './filters.ts'
import { readFields } from './object-argument.ts'

test.each<[Value, Value]>([
  [{ a: 1 }, { a: 1 }],
  [{}, {}],
  ['{}', {}],
  [' {"a": [null, 9007199254740991, -0.5]} ', { a: [null, 9007199254740991, -0.5] }],
  ['{"": {"b": {}}}', { '': { b: {} } }],
  // Beyond 2^53, but floats all the same.
  [{ n: 2n ** 53n }, { n: 2n ** 53n }],
  ['{"n":100000000000000000000,"e":1e300}', { n: 1e20, e: 1e300 }],
  [String.raw`{"otter":"\ud83e\udda6"}`, { otter: '🦦' }],
])('fields are read, %#', (given, fields) => {
  expect(readFields('fields', given, LIMITS.depth)).toEqual(fields)
})

test.each<[Value, string]>([
  ['', '`fields` is text that is no JSON'],
  ['name = John', '`fields` is text that is no JSON'],
  ["{'name': 'John'}", '`fields` is text that is no JSON'],
  ['{“name”:“John”}', '`fields` is text that is no JSON'],
  ['[]', '`fields` must be a table of fields, or a JSON object as text'],
  ['"text"', '`fields` must be a table of fields, or a JSON object as text'],
  ['null', '`fields` must be a table of fields, or a JSON object as text'],
  [`{"a":${'['.repeat(200)}${']'.repeat(200)}}`, '`fields` is nested deeper than 128 levels'],
  ['{"a":{"b":[0,9007199254740993]}}', '`fields.a.b[2]` is an integer that a number of Convex cannot hold exactly'],
  ['{"a":12345678901234567890}', '`12345678901234567890` is an integer that a number of Convex cannot hold exactly'],
  ['{"a":[1e999]}', '`fields.a[1]` is larger than any number can be'],
  [String.raw`{"a":"\ud83e"}`, '`fields.a` holds half of a surrogate pair'],
  [String.raw`{"\udda6":1}`, '`fields` holds half of a surrogate pair'],
])('%j is refused', (given, message) => {
  expect(() => readFields('fields', given, LIMITS.depth)).toThrow(message)
})

test('an integer of 64 bits in a table is refused like one in text', () => {
  expect(() => readFields('filter', { n: -(2n ** 62n) - 1n }, LIMITS.depth)).toThrow('`filter.n` is an integer')
})

test.each(['plain', 'Zürich', '世界 🦦', '\u0000\u007f\u0080\uffff', '"\\/'])(
  'a filter for %j is base64 of UTF-8',
  (value) => {
    const bytes = Buffer.from(encodeFilters({ field: value }, 'asc'), 'base64')
    expect(parseJson(bytes.toString('utf8'))).toEqual({ clauses: [{ op: 'eq', field: 'field', value }], order: 'asc' })
  },
)

test('a filter of any size is encoded', () => {
  const value = 'ü'.repeat(200_000)
  const text = Buffer.from(encodeFilters({ field: value }, 'desc'), 'base64').toString('utf8')
  expect(text).toHaveLength(value.length + '{"clauses":[{"op":"eq","field":"field","value":""}],"order":"desc"}'.length)
})
