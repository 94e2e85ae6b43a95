import { expect, test } from 'vitest'
import { type JsonSchema } from '../contract/json-schema.ts'
import { listResults, nameType } from './results.ts'

const names = ['id', 'name', 'email', 'plan', 'state', 'created']
const user: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
}
const resultsOf = (functions: Parameters<typeof listResults>[0]) =>
  new Map(listResults(functions).map(({ fn, result }) => [fn.name, result]))
const page: JsonSchema = { type: 'object', properties: { data: { type: 'array', items: user } } }

test('an object is described where a function answers it, and referred to everywhere else', () => {
  const results = resultsOf([
    { name: 'list_users', output: page },
    { name: 'get_user', output: user },
    { name: 'update_user', output: user },
    { name: 'find_users', output: { type: 'array', items: user } },
  ])
  expect(results.get('get_user')).toMatchObject({ alike: null, fields: names.map((name) => ({ name })) })
  expect(results.get('update_user')).toEqual({ type: null, alike: 'get_user', fields: [], otherwise: [] })
  expect(results.get('find_users')).toEqual({ type: 'list of objects', alike: 'get_user', fields: [], otherwise: [] })
  expect(results.get('list_users')!.fields).toMatchObject([{ name: 'data', fields: [], alike: 'get_user' }])
})

test('one that no function answers as such stands where it is first held', () => {
  const results = resultsOf([
    { name: 'list_users', output: page },
    { name: 'find_users', output: page },
    { name: 'other', output: { type: 'object', properties: { one: user, more: { type: 'boolean' } } } },
  ])
  expect(results.get('list_users')!.fields[0]!.fields).toHaveLength(6)
  expect(results.get('find_users')!.fields).toMatchObject([{ name: 'data', alike: 'list_users' }])
  expect(results.get('other')!.fields).toMatchObject([{ name: 'one', alike: 'list_users' }, { name: 'more' }])
})

test('the fields of a list and of the object that it may be instead stand apart', () => {
  const results = resultsOf([
    { name: 'list_users', output: { anyOf: [{ type: 'array', items: user }, page] } },
    { name: 'get_user', output: user },
  ])
  expect(results.get('list_users')).toMatchObject({
    type: 'list of objects',
    alike: 'get_user',
    fields: [],
    otherwise: [{ name: 'data', alike: 'get_user' }],
  })
})

test('a few fields are written out each time', () => {
  const small: JsonSchema = { type: 'object', properties: { id: { type: 'string' } } }
  const results = resultsOf([
    { name: 'a', output: small },
    { name: 'b', output: small },
  ])
  expect(results.get('b')).toMatchObject({ alike: null, fields: [{ name: 'id' }] })
})

test.each([
  [null, 'An object'],
  ['object or list of objects', 'An object or list of objects'],
  ['list of objects', 'A list of objects'],
  ['integer', 'An integer'],
  ['string or nil', 'A string or nil'],
])('a result of type %j begins with %j', (type, text) => {
  expect(nameType(type)).toBe(text)
})
