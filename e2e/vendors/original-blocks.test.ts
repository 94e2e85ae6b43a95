// What the original pages read of results is there, field by field: declared, and in what the example gets on Demo. What the
// vendor does not have is said on the page of the function.
import { expect, test } from 'vitest'
import { type JsonSchema } from '../../src/contract/json-schema.ts'
import { isObject, parseJson, type Value } from '../../src/contract/value.ts'
import { catalog, listExamples, runExample } from '../examples/run-example.ts'
import { originalBlocks } from './tables.ts'

/** Lua blocks of each original page, counted by hand. Those made from metadata, which no one wrote, are not among them. */
const COUNTS: Record<string, number> = { clerk: 5, cloudconvert: 10, convex: 8, render: 8, upstash: 10 }

const examples = listExamples()

interface ReadField {
  integration: string
  example: string
  /** Function that answers. */
  name: string
  /** Path in its result, as `tasks[].id`. */
  path: string
  /** Why the vendor does not have it. */
  absent: string | undefined
}

const fields: ReadField[] = originalBlocks.flatMap(({ integration, example, reads = {}, absent = {} }) =>
  Object.entries(reads).flatMap(([name, paths]) =>
    paths.map((path) => ({ integration, example, name, path, absent: absent[`${name}.${path}`] })),
  ),
)

const row = (field: ReadField) => [`${field.integration}/${field.example}: ${field.name} ${field.path}`, field] as const
const present = fields.filter(({ absent }) => absent === undefined).map(row)
const missing = fields.filter(({ absent }) => absent !== undefined).map(row)

test('all 41 blocks of the five pages are there', () => {
  const counts = Object.fromEntries(
    Object.keys(COUNTS).map((slug) => [slug, originalBlocks.filter(({ integration }) => integration === slug).length]),
  )
  expect(counts).toEqual(COUNTS)
  expect(originalBlocks).toHaveLength(41)
})

test('every field that a block is said not to get is one that it reads', () => {
  const read = fields.map(({ integration, name, path }) => `${integration} ${name}.${path}`)
  const absent = originalBlocks.flatMap((block) =>
    Object.keys(block.absent ?? {}).map((at) => `${block.integration} ${at}`),
  )
  expect(absent.filter((at) => !read.includes(at))).toEqual([])
})

test.each(present)('%s is declared', (_title, { integration, name, path }) => {
  expect(findSchema(outputOf(integration, name), path)).toBeDefined()
})

test.each(present)('%s is in the answer of Demo', async (_title, { integration, example, name, path }) => {
  const { source } = examples.find((candidate) => candidate.integration === integration && candidate.name === example)!
  const answers: Value[] = []
  await runExample(source, (call, answer) => {
    if (call.integration === integration && call.function === name) answers.push(parseJson(answer))
  })
  const found = answers.flatMap((answer) => readValues(answer, path))
  expect(found.filter((value) => value !== null)).not.toEqual([])
})

test.each(missing)('%s is absent, and the page says why', (_title, { integration, name, path, absent }) => {
  const fn = catalog.integrations[integration]!.functions.find((candidate) => candidate.name === name)!
  expect(findSchema(fn.output, path)).toBeUndefined()
  const word = path.split(/[.[\]]+/).at(-1)!
  expect(fn.description).toMatch(new RegExp(`\\b${word}\\b`))
  expect(absent).not.toBe('')
})

test('a field that is not there would be noticed', () => {
  expect(findSchema(outputOf('upstash', 'list_databases'), '[].plan')).toBeUndefined()
  expect(findSchema(outputOf('upstash', 'get_key'), 'value.length')).toBeUndefined()
  expect(readValues([{ a: { b: 1 } }, { a: {} }], '[].a.b')).toEqual([1])
  expect(readValues({ a: 1 }, '[].a')).toEqual([])
})

function outputOf(integration: string, name: string): JsonSchema {
  return catalog.integrations[integration]!.functions.find((fn) => fn.name === name)!.output
}

/** `tasks[].id` as `['tasks', '[]', 'id']`. */
function splitPath(path: string): string[] {
  return path.replaceAll('[]', '.[]').split('.').filter(Boolean)
}

function findSchema(schema: JsonSchema, path: string): JsonSchema | undefined {
  return splitPath(path).reduce<JsonSchema | undefined>((node, part) => {
    const options = node?.anyOf ?? (node ? [node] : [])
    const found = options.map((option) => (part === '[]' ? option.items : option.properties?.[part]))
    return found.find((inner) => inner !== undefined)
  }, schema)
}

/** All values at a path: of every item where it goes through a list. */
function readValues(value: Value, path: string): Value[] {
  return splitPath(path).reduce<Value[]>(
    (values, part) =>
      values.flatMap((inner) => {
        if (part === '[]') return Array.isArray(inner) ? inner : []
        return isObject(inner) && Object.hasOwn(inner, part) ? [inner[part]!] : []
      }),
    [value],
  )
}
