import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { formatJson, parseJson, type Value } from '../contract/value.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())

/** Runs a script whose calls are answered with `reply`; gives back the arguments that the last call sent. */
async function exchange(source: string, reply = 'null') {
  let sent = ''
  const host: Host = (_operation, payload) => {
    sent = (JSON.parse(payload) as { arguments: string }).arguments
    return Promise.resolve({ ok: true, text: reply })
  }
  const { result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  const text = result.ok ? result.values.map((value) => value.text).join(' ') : result.problem.message
  return { sent, text, json: result.ok ? result.values[0]?.json : null }
}

const send = (expression: string) => exchange(`app.integrations.probe.echo{first = ${expression}}`)
const take = (reply: string, expression: string) =>
  exchange(`local r = app.integrations.probe.value() return ${expression}`, reply)

test.each([
  ['"a\\0b"', '"a\\u0000b"'],
  ['"\\"\\\\/\\n\\t\\r\\b\\f\\27\\127"', '"\\"\\\\/\\n\\t\\r\\b\\f\\u001b\x7f"'],
  ['"äöü€😀"', '"äöü€😀"'],
  ['math.maxinteger', '9223372036854775807'],
  ['math.mininteger', '-9223372036854775808'],
  ['9007199254740993', '9007199254740993'],
  ['1.0', '1'],
  ['-0.0', '0'],
  ['0.1', '0.1'],
  ['1/3', '0.3333333333333333'],
  ['1e300', '1e+300'],
  ['2^63', '9.223372036854776e+18'],
  ['true', 'true'],
  ['{}', '{}'],
  ['json.array{}', '[]'],
  ['json.array()', '[]'],
  ['json.object{}', '{}'],
  ['{ 1, 2 }', '[1,2]'],
  ['{ 1, json.null, 3 }', '[1,null,3]'],
  ['json.null', 'null'],
  ['{ b = 1, a = { c = {} } }', '{"a":{"c":{}},"b":1}'],
  ['{ __proto__ = 1, constructor = 2 }', '{"__proto__":1,"constructor":2}'],
  ['{ ["1"] = "x" }', '{"1":"x"}'],
  ['setmetatable({ a = 1 }, { __index = { b = 2 }, __pairs = error })', '{"a":1}'],
])('%s is sent as %s', async (expression, json) => {
  expect((await send(expression)).sent).toBe(`{"first":${json}}`)
})

test('an argument that is nil is not sent', async () => {
  expect((await send('nil')).sent).toBe('{}')
})

test.each([
  ['"\\xff"', '$.first: string is not valid UTF-8; use base64'],
  ['{ fields = { name = "\\xed\\xa0\\x80" } }', '$.first.fields.name: string is not valid UTF-8; use base64'],
  ['{ ["a b"] = { 1, print } }', '$.first["a b"][2]: a function cannot be JSON'],
  ['0/0', '$.first: NaN is not a number in JSON'],
  ['{ -math.huge }', '$.first[1]: an infinite number cannot be JSON'],
  ['{ 1, nil, 3 }', '$.first: list has a hole at index 2'],
  ['{ [2] = 1 }', '$.first: list has a hole at index 1'],
  ['{ 1, a = 2 }', '$.first: table mixes list items and named fields'],
  ['{ [true] = 1 }', '$.first: a boolean as a key is neither a name nor a place in a list'],
  ['{ [1.5] = 1 }', '$.first: key 1.5 is neither a name nor a place in a list'],
  ['{ [0] = 1 }', '$.first: key 0 is neither a name nor a place in a list'],
  ['{ [{}] = 1 }', '$.first: a table as a key is neither a name nor a place in a list'],
  ['json.array{ a = 1 }', '$.first: a list has named fields'],
  ['json.object{ 1 }', '$.first: an object has list items'],
  ['coroutine.create(print)', '$.first: a thread cannot be JSON'],
  ['(function() local t = {} t.a = { b = t } return t end)()', '$.first.a.b: cycle: the table contains itself'],
  ['(function() local t = 1 for i = 1, 128 do t = { t } end return t end)()', 'nested deeper than 128'],
])('%s is refused', async (expression, problem) => {
  const { text, sent } = await send(expression)
  expect(text).toContain(problem)
  expect(text).toMatch(/^main\.lua:1: probe\.echo: invalid_argument: \$/)
  expect(sent).toBe('')
})

test('a table that is shared is no cycle', async () => {
  const { sent } = await exchange('local s = { 1 } app.integrations.probe.echo{ first = s, second = { s, s } }')
  expect(sent).toBe('{"first":[1],"second":[[1],[1]]}')
})

test.each([
  ['9007199254740993', 'r, math.type(r)', '9007199254740993 integer'],
  ['9223372036854775808', 'r, math.type(r)', '9.2233720368548e+18 float'],
  ['-9223372036854775808', 'r == math.mininteger', 'true'],
  ['1.0', 'r, math.type(r)', '1.0 float'],
  ['1e2', 'math.type(r)', 'float'],
  ['null', 'r', 'nil'],
  ['"a\\u0000b"', '#r', '3'],
  ['"\\ud83d\\ude00"', 'r', '😀'],
  ['"\\ud83d"', 'r', '\u{FFFD}'],
  ['{"a":null}', 'r.a, next(r)', 'nil nil'],
  ['[1,null,3]', '#r, r[2] == json.null', '3 true'],
  ['[]', 'json.encode(r)', '[]'],
  ['{}', 'json.encode(r)', '{}'],
  ['[[],{}]', 'json.encode(r)', '[[],{}]'],
  ['{"__proto__":{"x":1}}', 'r.__proto__.x, getmetatable(r)', '1 nil'],
])('the reply %s arrives', async (reply, expression, expected) => {
  expect((await take(reply, expression)).text).toBe(expected)
})

test('a reply that is not JSON is a call error', async () => {
  const { text } = await exchange('app.integrations.probe.value()', '{"a":')
  expect(text).toBe('main.lua:1: probe.value: reply_not_json: not JSON at byte 6: unexpected end')
})

/** Any value that survives both ways: no nulls in objects, no floats that are whole (those come back as integers). */
const value: fc.Arbitrary<Value> = fc.letrec<{ any: Value }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x)),
    fc.boolean(),
    fc.array(fc.oneof(tie('any'), fc.constant(null)), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('any'), { maxKeys: 5 }),
  ),
})).any

test('every value survives the way into Lua and back', async () => {
  await fc.assert(
    fc.asyncProperty(value, async (sample) => {
      const text = formatJson(sample)
      const { json } = await take(text, 'r')
      expect(normalise(parseJson(json!))).toEqual(normalise(parseJson(text)))
    }),
    { numRuns: 150 },
  )
})

test('json.decode takes what JSON.parse takes, and refuses the rest', async () => {
  const alphabet = fc.constantFrom(...'[]{}",:0123456789.eE+-\\u/ntrufals \n'.split(''))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: alphabet, maxLength: 12 }), async (text) => {
      const { text: shown } = await take(JSON.stringify(text), 'pcall(json.decode, r)')
      expect(shown.startsWith('true')).toBe(isJson(text))
    }),
    { numRuns: 300 },
  )
})

function isJson(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text)
    // A number out of range becomes Infinity there; here it is refused.
    return !JSON.stringify([parsed]).includes('null') || text.includes('null')
  } catch {
    return false
  }
}

/** Sorts keys, since Lua keeps no order of them. */
function normalise(sample: Value): unknown {
  if (Array.isArray(sample)) return sample.map(normalise)
  if (typeof sample === 'object' && sample) {
    return Object.entries(sample)
      .map(([key, inner]) => [key, normalise(inner)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  }
  return typeof sample === 'bigint' ? sample : Object.is(sample, -0) ? 0 : sample
}
