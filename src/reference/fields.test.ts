import { expect, test } from 'vitest'
import { type JsonSchema } from '../contract/json-schema.ts'
import { describeResult, describeType, listFields } from './fields.ts'

test.each<[JsonSchema, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'integer', minimum: 1 }, 'integer ≥ 1'],
  [{ type: 'integer', minimum: 1, maximum: 100 }, 'integer 1 to 100'],
  [{ type: 'string', nullable: true }, 'string or nil'],
  [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
  [{ type: 'string', const: 'OK' }, '"OK"'],
  [{ type: 'array', items: { type: 'string' } }, 'list of strings'],
  [{ type: 'array', items: { type: 'string', enum: ['a'] } }, 'list of "a"'],
  [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, 'string or integer'],
  [{ type: 'string', format: 'email' }, 'string (email)'],
])('%j reads %s', (schema, words) => {
  expect(describeType(schema)).toBe(words)
})

test('fields keep their order, know what is required and show defaults as Lua', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      key: { type: 'string', description: 'The key.' },
      pattern: { type: 'string', default: '*' },
      limit: { type: 'integer', vendorDefault: 10 },
      teams: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
    },
    required: ['key'],
  }
  const fields = listFields(schema)
  expect(fields.map(({ name, required }) => [name, required])).toEqual([
    ['key', true],
    ['pattern', false],
    ['limit', false],
    ['teams', false],
  ])
  expect(fields[1]?.default).toBe('"*"')
  expect(fields[2]?.default).toBe('10')
  expect(fields[3]?.fields.map(({ name }) => name)).toEqual(['id'])
})

test('alternatives show the fields of each, a name once', () => {
  const row: JsonSchema = { type: 'object', properties: { id: { type: 'string' } } }
  const rows: JsonSchema = { type: 'array', items: row }
  const page: JsonSchema = { type: 'object', properties: { data: rows, id: { type: 'string' } } }
  expect(listFields({ anyOf: [rows, page] }).map(({ name }) => name)).toEqual(['id', 'data'])
})

test('a list as a result says so, an object goes without saying', () => {
  expect(describeResult({ type: 'object', properties: {} })).toBeNull()
  expect(describeResult({ type: 'array', items: { type: 'object' } })).toBe('list of objects')
})
