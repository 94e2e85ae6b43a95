// Values as they cross between Lua, the page, the server and a vendor: JSON, with 64-bit integers kept exact.

/** A JSON value. An integer that a double cannot hold is a `bigint`, never a rounded `number`. */
export type Value = null | boolean | number | bigint | string | Value[] | { [key: string]: Value }

const MAX_INT64 = 2n ** 63n - 1n
const MIN_INT64 = -(2n ** 63n)
const LONG_DIGITS = /\d{16}/
const INTEGER = /^-?\d+$/

/**
 * Parses JSON text. Integers between 2^53 and 2^63 come back as `bigint`; larger ones as `number`.
 * Text without a run of 16 digits takes the plain parser, which is ten times faster.
 * `__proto__` is an ordinary key, as in the text.
 *
 * @throws SyntaxError when the text is not JSON (RFC 8259)
 */
export function parseJson(text: string): Value {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text) as Value
  return JSON.parse(text, keepInteger) as Value
}

function keepInteger(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  if (typeof value === 'number' && !Number.isSafeInteger(value) && source && INTEGER.test(source)) {
    const exact = BigInt(source)
    return exact <= MAX_INT64 && exact >= MIN_INT64 ? exact : value
  }
  return value
}

/** Formats a value as JSON text on one line, `bigint` as plain digits. */
export function formatJson(value: Value, indent = ''): string {
  return write(value, indent, '\n')
}

function write(value: Value, indent: string, newline: string): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return writeNumber(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = newline + indent
  const parts = Array.isArray(value)
    ? value.map((item) => write(item, indent, inner))
    : Object.keys(value).map(
        (key) => JSON.stringify(key) + (indent ? ': ' : ':') + write(value[key] as Value, indent, inner),
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (!parts.length) return open + close
  return indent ? open + inner + parts.join(',' + inner) + newline + close : open + parts.join(',') + close
}

/** Every digit of a long integer: `JSON.stringify` ends it in zeros, which {@link parseJson} would take for its own. */
function writeNumber(value: number): string {
  const isLong = Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21
  return isLong ? BigInt(value).toString() : JSON.stringify(value)
}

/** Whether the value is a JSON object, not an array and not null. */
export function isObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
