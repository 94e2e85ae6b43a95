// The three scripts of each integration to begin with: they only read, know no id, and stand an account with nothing in it.
import { expect, test } from 'vitest'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { Call } from '../../src/contract/call.ts'
import { Starter } from '../../src/contract/starter.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { DEMO_CLOCK } from '../../src/demo/vendor.ts'
import { readTokens } from '../../src/intelligence/tokens.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { writeStarters } from '../../src/reference/starters.ts'
import { emptyValue } from '../examples/empty-value.ts'
import { catalog, listExamples, runExample } from '../examples/run-example.ts'

const runtime = await loadRuntime(await loadWasm())
const starters = listExamples().filter(({ starter }) => starter !== null)
const named = starters.map((starter) => [`${starter.integration}/${starter.name}`, starter] as const)

test.each(Object.keys(catalog.integrations))('%s has three, in an order', (slug) => {
  const own = starters.filter(({ integration }) => integration === slug)
  expect(own.map(({ starter }) => starter).sort()).toEqual([1, 2, 3])
  const written = writeStarters(catalog.integrations[slug]!, own)
  expect(written).toHaveLength(3)
  for (const starter of written) {
    expect(Starter.parse(starter)).toEqual(starter)
    expect(starter.credentials.length).toBeGreaterThan(0)
  }
})

test.each(named)(
  '%s calls functions that read, and begins without arguments that name something',
  async (_, { source }) => {
    const { calls } = await runExample(source)
    expect([...new Set(calls.map(({ effect }) => effect))]).toEqual(['read'])
  },
)

test.each(named)('%s holds no id of the sample data', async (_, { integration, source }) => {
  const state = (await demoVendors[integration]!()).initial()
  const definition = JSON.stringify(catalog.integrations[integration])
  const literals = readTokens(source)
    .filter(({ kind, value }) => kind === 'string' && value.length > 1)
    .map(({ value }) => value)
  const known = listTexts(state)
  // A word of the definition, as a status or the name of a field, is no id.
  expect(literals.filter((text) => known.has(text) && !definition.includes(JSON.stringify(text)))).toEqual([])
})

test.each(named)('%s ends well on an account that holds nothing', async (_, { source }) => {
  const host = (_operation: string, payload: string) => {
    const call = Call.parse(JSON.parse(payload))
    const { output } = catalog.integrations[call.integration]!.functions.find(({ name }) => name === call.function)!
    return Promise.resolve({ ok: true as const, text: JSON.stringify(emptyValue(output)) })
  }
  const { output, result } = await gatherRun(
    runtime,
    createInputs(source, { index: catalog.index, clock: DEMO_CLOCK }),
    host,
  )
  expect(result).toMatchObject({ ok: true })
  expect(output).not.toBe('')
})

test('an id of the sample data would be found', async () => {
  const known = listTexts((await demoVendors['upstash']!()).initial())
  expect(known.has('user:1234:session')).toBe(true)
  expect(known.has('Ada Lovelace')).toBe(true)
})

/** Every text of a demo's state, names of its tables included. */
function listTexts(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) found.add(name)
      listTexts(inner, found)
    }
  }
  return found
}
