// Every function of every integration against the wire as it was written down by hand, and the proof that this catches changes.
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type JsonSchema } from '../../src/contract/json-schema.ts'
import { isObject, parseJson, type Value } from '../../src/contract/value.ts'
import { findValidator, showValue } from '../../src/vendor/validator.ts'
import { listChanges } from './changes.ts'
import { expectedResult, holds, runWire, sortResult } from './run-wire.ts'
import { wireTables } from './tables.ts'

const { integrations } = loadCatalog()

test('every function of the catalog has a case', () => {
  const written = wireTables.flatMap(({ slug, cases }) => cases.map((wire) => `${slug}.${wire.function}`))
  const defined = Object.values(integrations).flatMap(({ slug, functions }) =>
    functions.map(({ name }) => `${slug}.${name}`),
  )
  expect([...new Set(written)].sort()).toEqual(defined.sort())
})

describe.each(wireTables.map((table) => [table.slug, table] as const))('%s', (slug, table) => {
  const definition = integrations[slug]!

  test.each(table.cases.map((wire) => [`${wire.function}, ${wire.name}`, wire] as const))('%s', (_name, wire) => {
    expect(sortResult(runWire(definition, table, wire))).toEqual(expectedResult(wire))
  })

  test.each(
    table.cases
      .filter(({ outcome }) => 'value' in outcome)
      .map((wire) => [`${wire.function}, ${wire.name}`, wire] as const),
  )('%s, is what the page promises', (_name, { outcome, function: name }) => {
    const { output } = definition.functions.find((fn) => fn.name === name)!
    const value = 'value' in outcome ? restoreNil(output, parseJson(outcome.value)) : null
    expect(findValidator(output).safeParse(showValue(value)).error?.issues).toBeUndefined()
  })

  describe('a change turns the tests of its function red, and no others', () => {
    test.each(listChanges(definition).map((change) => [`${change.function}: ${change.what}`, change] as const))(
      '%s',
      (_name, change) => {
        const red = table.cases.filter((wire) => !holds(change.definition, table, wire)).map((wire) => wire.function)
        expect([...new Set(red)]).toEqual([change.function])
      },
    )
  })
})

/** Puts null back where Lua has nil, as the vendor's reply had it. */
function restoreNil(schema: JsonSchema, value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => restoreNil(schema.items ?? {}, item))
  if (!isObject(value)) return value
  const { properties = {} } = schema
  const absent = Object.keys(properties).filter((key) => properties[key]!.nullable && !Object.hasOwn(value, key))
  const given = Object.entries(value).map(([key, field]) => [key, restoreNil(properties[key] ?? {}, field)])
  return {
    ...(Object.fromEntries(given) as Record<string, Value>),
    ...Object.fromEntries(absent.map((key) => [key, null])),
  }
}
