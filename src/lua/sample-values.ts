// Values that cross between Lua and the outside, made up for tests, and how two of them are compared.
import fc from 'fast-check'
import { type Value } from '../contract/value.ts'

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', '__index', '__gc', '__metatable', 'n', '', '1', 'a\0b', 'é'),
)
const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n),
)
/** Any value that JSON can hold, with what codecs get wrong more often than chance would bring it. */
export const sampleValue: fc.Arbitrary<Value> = fc.letrec<{ any: Value }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.string({ unit: 'binary', maxLength: 12 }),
    int64,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constantFrom<Value>(
      '\0',
      'a\0b',
      '"\\/\b\f\n\r\t',
      '\u2028',
      '\u{10FFFF}',
      '\uFEFF',
      0,
      5e-324,
      1.7976931348623157e308,
    ),
    fc.array(fc.oneof(tie('any'), fc.constant(null)), { maxLength: 4 }),
    fc.dictionary(names, tie('any'), { maxKeys: 4 }),
  ),
})).any

/** Sorts keys, since Lua keeps no order of them; a whole float comes back as the integer that it is. */
export function normalise(sample: Value): unknown {
  if (Array.isArray(sample)) return sample.map(normalise)
  if (typeof sample === 'object' && sample) {
    return Object.entries(sample)
      .map(([key, inner]) => [key, normalise(inner)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  }
  if (typeof sample === 'number' && Number.isInteger(sample) && Math.abs(sample) < 2 ** 63) return BigInt(sample)
  return sample
}
