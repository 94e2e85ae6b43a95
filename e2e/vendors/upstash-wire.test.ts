// Every function of Upstash against the wire as it was written down by hand, and the proof that this catches changes.
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type IntegrationDefinition } from '../../src/contract/definition.ts'
import { type JsonSchema } from '../../src/contract/json-schema.ts'
import { isObject, parseJson, type Value } from '../../src/contract/value.ts'
import { findValidator, showValue } from '../../src/vendor/validator.ts'
import { holds, runWire, sortOutcome } from './run-wire.ts'
import { wireCases } from './upstash-wire.ts'

const definition = loadCatalog().integrations['upstash']!
const names = definition.functions.map(({ name }) => name)

test('every function has a case', () => {
  expect([...new Set(wireCases.map((wire) => wire.function))].sort()).toEqual([...names].sort())
})

test.each(wireCases.map((wire) => [`${wire.function}, ${wire.name}`, wire] as const))('%s', (_name, wire) => {
  expect(sortOutcome(runWire(definition, wire))).toEqual(sortOutcome(wire))
})

test.each(
  wireCases
    .filter(({ outcome }) => 'value' in outcome)
    .map((wire) => [`${wire.function}, ${wire.name}`, wire] as const),
)('%s, is what the page promises', (_name, { outcome, function: name }) => {
  const { output } = definition.functions.find((fn) => fn.name === name)!
  const value = 'value' in outcome ? prepareNil(output, parseJson(outcome.value)) : null
  expect(findValidator(output).safeParse(showValue(value)).error?.issues).toBeUndefined()
})

/** Puts null back where Lua has nil, as the vendor's reply had it. */
function prepareNil({ properties = {} }: JsonSchema, value: Value): Value {
  if (!isObject(value)) return value
  const absent = Object.keys(properties).filter((key) => properties[key]!.nullable && !Object.hasOwn(value, key))
  return { ...value, ...Object.fromEntries(absent.map((key) => [key, null])) }
}

/** One change of one function that must be noticed. */
interface Change {
  function: string
  what: string
  definition: IntegrationDefinition
}

function listChanges(): Change[] {
  return names.flatMap((name) => {
    const alter = (what: string, change: (fn: IntegrationDefinition['functions'][number]) => void): Change => {
      const copy = structuredClone(definition)
      change(copy.functions.find((fn) => fn.name === name)!)
      return { function: name, what, definition: copy }
    }
    const { input, request } = definition.functions.find((fn) => fn.name === name)!
    return [
      alter('method', (fn) => (fn.request!.method = fn.request!.method === 'GET' ? 'POST' : 'PUT')),
      alter('path', (fn) => (fn.request!.path += 'x')),
      alter('server', (fn) => (fn.request!.server = fn.request!.server === 'redis' ? 'management' : 'redis')),
      ...Object.keys(input.properties ?? {}).map((key) =>
        alter(`parameter ${key}`, (fn) => Object.assign(fn, renameArgument(fn, key))),
      ),
      ...Object.keys(request!.query).map((key) =>
        alter(`query ${key}`, (fn) => (fn.request!.query = { [`${key}s`]: request!.query[key]! })),
      ),
      ...(Array.isArray(request!.body)
        ? [alter('command', (fn) => ((fn.request!.body as unknown[])[0] = 'TOUCH'))]
        : []),
    ]
  })
}

/** Renames an argument everywhere in a function, as a consistent edit of the file would. */
function renameArgument(fn: IntegrationDefinition['functions'][number], key: string): unknown {
  const text = JSON.stringify({ input: fn.input, request: fn.request, result: fn.result })
  return JSON.parse(
    text
      .replaceAll(`"$arg":"${key}"`, `"$arg":"${key}_x"`)
      .replaceAll(`"$when":"${key}"`, `"$when":"${key}_x"`)
      .replaceAll(`{${key}}`, `{${key}_x}`)
      .replaceAll(`"${key}":{"type"`, `"${key}_x":{"type"`)
      .replaceAll(`["${key}"`, `["${key}_x"`)
      .replaceAll(`,"${key}"]`, `,"${key}_x"]`),
  )
}

describe('a change turns the tests of its function red, and no others', () => {
  test.each(listChanges().map((change) => [`${change.function}: ${change.what}`, change] as const))(
    '%s',
    (_name, change) => {
      const red = wireCases.filter((wire) => !holds(change.definition, wire)).map((wire) => wire.function)
      expect([...new Set(red)]).toEqual([change.function])
    },
  )
})
