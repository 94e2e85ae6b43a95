import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { invalid } from './json-invalid.ts'
import { valid } from './json-valid.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

/** What `json.decode` makes of a text, encoded again, or its error. Bytes stand for text that is not UTF-8. */
async function decode(text: string | number[]): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const literal = Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  const source = `local ok, value = pcall(json.decode, "${literal}", { null = true })
    return ok and json.encode(value) or 'refused: ' .. value`
  const { result } = await gatherRun(runtime, createInputs(source), host)
  return result.ok ? result.values[0]!.text : `failed: ${result.problem.message}`
}

const show = (text: string | number[]) =>
  typeof text === 'string' ? JSON.stringify(text).slice(0, 60) : `bytes ${text.join(' ')}`

test.each(valid.map(([text, encoded = text]) => ({ name: show(text), text, encoded })))(
  '$name is JSON',
  async ({ text, encoded }) => {
    expect(await decode(text)).toBe(encoded)
  },
)

test.each(invalid.map((text) => ({ name: show(text), text })))('$name is not JSON', async ({ text }) => {
  expect(await decode(text)).toMatch(
    /^refused: (main\.lua:\d+: )?json\.decode: not JSON at byte \d+( \(line \d+, column \d+\))?: ./,
  )
})

/** A number out of range and nesting without end are JSON, and refused here on purpose. */
const REFUSED_JSON = /^\[?-?1(e|0{400})|^(\[|\{"a":)+1?(\]|\})+$/

test('the tables agree with another parser', () => {
  for (const [text] of valid) expect(() => JSON.parse(text) as unknown).not.toThrow()
  for (const text of invalid) {
    if (typeof text !== 'string' || text === '' || REFUSED_JSON.test(text)) continue
    expect(() => JSON.parse(text) as unknown, text).toThrow(SyntaxError)
  }
})

test('there are more than two hundred and fifty texts', () => {
  expect(new Set([...valid.map(([text]) => text), ...invalid.map(show)]).size).toBeGreaterThan(250)
})

test.each([['nil'], ['1'], ['{}'], ['print'], ['true']])(
  'json.decode(%s) is the error of an argument',
  async (argument) => {
    const { result } = await gatherRun(runtime, createInputs(`return json.decode(${argument})`), host)
    expect(result.ok ? '' : result.problem.message).toContain('json.decode: string expected, got')
  },
)
