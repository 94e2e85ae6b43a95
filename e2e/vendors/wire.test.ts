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

/** Functions of each original page, as the page itself counts them. */
const COUNTS: Record<string, number> = { clerk: 35, cloudconvert: 7, convex: 7, render: 7, upstash: 7 }

test('all 63 functions have cases, those of each page in its own table', () => {
  const counts = wireTables.map(({ slug, cases }) => [slug, new Set(cases.map((wire) => wire.function)).size])
  expect(Object.fromEntries(counts)).toEqual(COUNTS)
  expect(Object.values(COUNTS).reduce((sum, count) => sum + count, 0)).toBe(63)
})

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
    expect(sortResult(runWire(definition, table, wire))).toEqual(expectedResult(table, wire))
  })

  test.each(definition.functions.map((fn) => [fn.name, fn] as const))(
    '%s: required is what every call that works was given, no more and no less',
    (name, { input }) => {
      const works = table.cases.filter((wire) => wire.function === name && 'value' in wire.outcome)
      const given = works.map((wire) => Object.keys(parseJson(wire.arguments) as object))
      expect(given).not.toEqual([])
      const always = given[0]!.filter((key) => given.every((keys) => keys.includes(key)))
      expect([...(input.required ?? [])].sort()).toEqual(always.sort())
    },
  )

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
