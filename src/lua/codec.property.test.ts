import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { formatJson, parseJson, type Value } from '../contract/value.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'
import { normalise, sampleValue } from './sample-values.ts'

const runtime = await loadRuntime(await loadWasm())
const RUNS = Number(process.env.KOSMO_PROPERTY_RUNS ?? 5_000)
/** Values that go through one run: starting a state for each would cost more than the codec. */
const BATCH = 100

/** Runs a script, answers its one call with the batch as JSON, and gives back what it sent and returned. */
async function cross(source: string, batch: Value[]) {
  let sent = 'null'
  const host: Host = (_operation, payload) => {
    const call = JSON.parse(payload) as { function: string; arguments: string }
    if (call.function === 'echo') sent = call.arguments
    return Promise.resolve({ ok: true, text: call.function === 'value' ? formatJson(batch) : 'null' })
  }
  const { result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  if (!result.ok) throw new Error(result.problem.message)
  return { sent: parseJson(sent), values: result.values }
}

const batches = fc.array(sampleValue, { minLength: BATCH, maxLength: BATCH })
const options = { numRuns: Math.ceil(RUNS / BATCH) }

test('values survive the way from the host into Lua and back', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      const { sent } = await cross('local p = app.integrations.probe p.echo{ first = p.value() }', batch)
      expect(normalise((sent as { first: Value }).first)).toEqual(normalise(parseJson(formatJson(batch))))
    }),
    options,
  )
})

test('values survive the way from Lua into JSON and back, whatever the layout', async () => {
  const source = `
    local function same(a, b)
      if type(a) ~= 'table' or a == json.null then return rawequal(a, b) or (a == b and type(a) == 'number') end
      for k, v in next, a do if not same(v, b[k]) then return false end end
      for k in next, b do if a[k] == nil then return false end end
      return true
    end
    local wrong = json.array()
    for i, value in ipairs(app.integrations.probe.value()) do
      local text = json.encode(value)
      local pretty = json.encode(value, { pretty = true })
      local again = json.decode(text, { null = true })
      local fine = same(value, again) and json.encode(again) == text and json.encode(json.decode(pretty, { null = true })) == text
      if not fine then wrong[#wrong + 1] = text end
    end
    return wrong`
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      expect((await cross(source, batch)).values[0]!.json).toBe('[]')
    }),
    options,
  )
})

/** A value of Lua that no JSON can hold, and the reason that the error gives. */
const misfit = fc.constantFrom(
  ['"\\xff"', 'string is not valid UTF-8; use base64'],
  ['"a\\xed\\xa0\\x80"', 'string is not valid UTF-8; use base64'],
  ['0/0', 'NaN is not a number in JSON'],
  ['math.huge', 'an infinite number cannot be JSON'],
  ['-math.huge', 'an infinite number cannot be JSON'],
  ['print', 'a function cannot be JSON'],
  ['coroutine.create(print)', 'a thread cannot be JSON'],
  ['{ 1, nil, 3 }', 'list has a hole at index 2'],
  ['{ [3] = 1 }', 'list has a hole at index 1'],
  ['{ 1, a = 2 }', 'table mixes list items and named fields'],
  ['{ [1.5] = 1 }', 'key 1.5 is neither a name nor a place in a list'],
  ['{ [0] = 1 }', 'key 0 is neither a name nor a place in a list'],
  ['{ [true] = 1 }', 'a boolean as a key is neither a name nor a place in a list'],
  ['(function() local t = {} t.own = t return t end)()', 'cycle: the table contains itself', '.own'],
  ['json.array{ a = 1 }', 'a list has named fields'],
  ['json.object{ 1 }', 'an object has list items'],
)
/** A step into a table: a name, or how many items come before. */
const step = fc.oneof(fc.constantFrom('a', '_b9', 'a b', 'x-y', '__proto__', 'é'), fc.nat({ max: 3 }))

test('what JSON cannot hold is refused with its path, however deep it lies', async () => {
  const cases = fc.array(fc.tuple(misfit, fc.array(step, { maxLength: 6 })), { minLength: BATCH, maxLength: BATCH })
  await fc.assert(
    fc.asyncProperty(cases, async (batch) => {
      const expressions = batch.map(([[expression], path]) =>
        path.reduceRight<string>(
          (inner, at) =>
            typeof at === 'string' ? `{ z = 1, ["${at}"] = ${inner} }` : `{ ${'0, '.repeat(at)}${inner} }`,
          expression!,
        ),
      )
      const source = `local function try(make) return select(2, pcall(json.encode, make())) end
        local shown = {}
        ${expressions.map((text, i) => `shown[${i + 1}] = try(function() return ${text} end)`).join('\n')}
        return shown`
      const { values } = await cross(source, [])
      const expected = batch.map(
        ([[, reason, below = ''], path]) => `json.encode: $${path.map(showStep).join('')}${below}: ${reason}`,
      )
      expect((JSON.parse(values[0]!.json!) as string[]).map((text) => text.replace(/^main\.lua:\d+: /, ''))).toEqual(
        expected,
      )
    }),
    { numRuns: Math.ceil(RUNS / BATCH / 5) },
  )
})

test('nesting is taken to 128 and no deeper, both ways', async () => {
  const source = `local deep, fine = 0, 0
    for depth = 1, 140 do
      local t = 1
      for i = 1, depth do t = i % 2 == 0 and { t } or { a = t } end
      local ok, text = pcall(json.encode, t)
      if ok then fine = depth assert(json.encode(json.decode(text)) == text) end
      if pcall(json.decode, ('['):rep(depth) .. (']'):rep(depth)) then deep = depth end
    end
    return fine, deep`
  expect((await cross(source, [])).values.map(({ text }) => text)).toEqual(['128', '128'])
})

test('an empty table is what its mark says, also inside of others', async () => {
  const mark = fc.constantFrom(
    ['{}', '{}'],
    ['json.array{}', '[]'],
    ['json.object{}', '{}'],
    ['json.decode("[]")', '[]'],
    ['json.decode("{}")', '{}'],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(mark, { minLength: 20, maxLength: 20 }), async (marks) => {
      const { values } = await cross(`return { ${marks.map(([text]) => text).join(', ')} }`, [])
      expect(values[0]!.json).toBe(`[${marks.map(([, json]) => json).join(',')}]`)
    }),
    { numRuns: 20 },
  )
})

function showStep(at: string | number): string {
  if (typeof at === 'number') return `[${at + 1}]`
  return /^[a-zA-Z_]\w*$/.test(at) ? `.${at}` : `["${at}"]`
}
