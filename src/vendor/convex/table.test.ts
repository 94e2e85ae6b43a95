import { describe, expect, test } from 'vitest'
import { CallFailure } from '../../contract/errors.ts'
import { type Value } from '../../contract/value.ts'
import { describeShape, listShapeFields } from './shape.ts'
import { describeDeclared, describeInferred, findDeclared } from './table.ts'
import { describeValidator, listValidatorFields } from './validator.ts'

const field = (fieldType: Value, optional = false): Value => ({ fieldType, optional })

describe('a validator is a short type', () => {
  test.each<[Value, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: 'number' }, 'number'],
    [{ type: 'float64' }, 'number'],
    [{ type: 'bigint' }, 'int64'],
    [{ type: 'commitTs' }, 'int64'],
    [{ type: 'any' }, 'any'],
    [{ type: 'id', tableName: 'users' }, 'id<users>'],
    [{ type: 'literal', value: 'a"b' }, '"a\\"b"'],
    [{ type: 'literal', value: false }, 'false'],
    [{ type: 'array', value: { type: 'id', tableName: 'users' } }, 'array<id<users>>'],
    [{ type: 'union', value: [{ type: 'string' }, { type: 'null' }, { type: 'string' }] }, 'string | null'],
    [{ type: 'union', value: [] }, 'any'],
    [{ type: 'record', keys: { type: 'string' }, values: field({ type: 'number' }) }, 'record<string, number>'],
    [
      { type: 'object', value: { a: field({ type: 'bytes' }), b: field({ type: 'null' }, true) } },
      '{ a: bytes, b?: null }',
    ],
    [{ type: 'object', value: {} }, '{}'],
    [{ type: 'somethingNew' }, 'somethingNew'],
    [{}, 'any'],
    [null, 'any'],
  ])('%j: %s', (validator, type) => {
    expect(describeValidator(validator)).toBe(type)
  })
})

describe('a shape is a short type', () => {
  test.each<[Value, string]>([
    [{ type: 'String' }, 'string'],
    [{ type: 'Float64', float64Range: { hasSpecialValues: false } }, 'number'],
    [{ type: 'Int64' }, 'int64'],
    [{ type: 'Unknown' }, 'any'],
    [{ type: 'Never' }, 'never'],
    [{ type: 'Id', tableName: 'users' }, 'id<users>'],
    [{ type: 'Array', shape: { type: 'Boolean' } }, 'array<boolean>'],
    [{ type: 'Union', shapes: [{ type: 'Null' }, { type: 'Bytes' }] }, 'null | bytes'],
    [
      { type: 'Record', keyShape: { type: 'String' }, valueShape: { optional: false, shape: { type: 'Int64' } } },
      'record<string, int64>',
    ],
    [{ type: 'Object', fields: [{ fieldName: 'a', optional: true, shape: { type: 'String' } }] }, '{ a?: string }'],
    [null, 'any'],
  ])('%j: %s', (shape, type) => {
    expect(describeShape(shape)).toBe(type)
  })
})

test('fields of a union are those of all its forms, optional where one lacks them', () => {
  const forms: Value[] = [
    { type: 'object', value: { kind: field({ type: 'literal', value: 'a' }), size: field({ type: 'number' }) } },
    { type: 'object', value: { kind: field({ type: 'literal', value: 'b' }) } },
  ]
  expect(listValidatorFields({ type: 'union', value: forms })).toEqual([
    { name: 'kind', type: '"a" | "b"', optional: false },
    { name: 'size', type: 'number', optional: true },
  ])
})

test.each<Value>([{ type: 'any' }, { type: 'union', value: null }, null])('%j has no fields', (documentType) => {
  expect(listValidatorFields(documentType)).toEqual([])
})

test.each<Value>([{ type: 'Unknown' }, { type: 'Never' }, { type: 'Object' }, null])(
  'the shape %j has no fields',
  (shape) => {
    expect(listShapeFields(shape)).toEqual([])
  },
)

test('a table without indexes or enforcement is told as such', () => {
  const schema = { tables: [{ tableName: 'a', indexes: null, documentType: null }], schemaValidation: false }
  expect(describeDeclared(findDeclared({ active: JSON.stringify(schema) }, 'a')!)).toEqual({
    name: 'a',
    source: 'declared',
    validated: false,
    fields: [],
    indexes: [],
    search_indexes: [],
    vector_indexes: [],
  })
})

test.each<Value>([{}, { active: null }, { active: '{"tables":[]}' }, { active: '{}' }, null])(
  'no table is declared in %j',
  (value) => {
    expect(findDeclared(value, 'users')).toBeNull()
  },
)

test.each(['{', '[]', '1'])('a schema that is %s cannot be read', (active) => {
  expect(() => findDeclared({ active }, 'users')).toThrow(
    new CallFailure('vendor_error', 'Convex answered with a schema that cannot be read'),
  )
})

test.each<Value>([{}, null, [], { users: null }])('a table is not inferred in %j', (shapes) => {
  expect(() => describeInferred(shapes, 'users')).toThrow('Convex has no table `users`')
})
