import { expect, test } from 'vitest'
import { formatJson, parseJson } from './value.ts'

test('64-bit integers survive a round trip', () => {
  const text = '{"a":9007199254740993,"b":[-9223372036854775808,9223372036854775807],"c":1.5}'
  expect(formatJson(parseJson(text))).toBe(text)
})

test('integers beyond 64 bits become doubles', () => {
  expect(parseJson('9223372036854775808')).toBe(9223372036854775808)
})

test.each(['{"__proto__":1}', '{"__proto__":9007199254740993}'])('__proto__ is an ordinary key in %s', (text) => {
  expect(formatJson(parseJson(text))).toBe(text)
})

test('indented text shows empty lists and objects on one line', () => {
  expect(formatJson({ a: [], b: {}, c: [1] }, '  ')).toBe('{\n  "a": [],\n  "b": {},\n  "c": [\n    1\n  ]\n}')
})

test.each([2 ** 53, 2 ** 62, -(2 ** 63), 1e18, 1e20, 123456789012345680000])(
  'the double %d is written with the digits that it has',
  (value) => {
    expect(Number(parseJson(formatJson(value)))).toBe(value)
    expect(BigInt(formatJson(value))).toBe(BigInt(value))
  },
)
