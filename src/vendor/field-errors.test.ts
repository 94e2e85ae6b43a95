import { expect, test } from 'vitest'
import { type Value } from '../contract/value.ts'
import { readFieldErrors } from './field-errors.ts'

const list = { list: '/errors', name: '/meta/param', message: ['/long', '/short'] }
const object = { object: '/errors' }

test.each<[string, Value, { name: string; message: string }[]]>([
  ['one of two texts', { errors: [{ meta: { param: 'a' }, short: 'S', long: 'L' }] }, [{ name: 'a', message: 'L' }]],
  ['the other text', { errors: [{ meta: { param: 'a' }, short: 'S' }] }, [{ name: 'a', message: 'S' }]],
  [
    'several',
    { errors: ['a', 'b'].map((param) => ({ meta: { param }, short: 'S' })) },
    [
      { name: 'a', message: 'S' },
      { name: 'b', message: 'S' },
    ],
  ],
  ['no field named', { errors: [{ meta: {}, short: 'S' }] }, []],
  ['no text', { errors: [{ meta: { param: 'a' } }] }, []],
  ['no list', { errors: { a: 'S' } }, []],
  ['nothing', null, []],
])('a list with %s', (_name, json, expected) => {
  expect(readFieldErrors(json, list)).toEqual(expected)
})

test.each<[string, Value, { name: string; message: string }[]]>([
  ['a text per field', { errors: { a: 'S' } }, [{ name: 'a', message: 'S' }]],
  [
    'texts per field',
    { errors: { a: ['S', 'T'], b: ['U'] } },
    [
      { name: 'a', message: 'S' },
      { name: 'a', message: 'T' },
      { name: 'b', message: 'U' },
    ],
  ],
  ['something else per field', { errors: { a: 1, b: [null, 'U'] } }, [{ name: 'b', message: 'U' }]],
  ['a list instead', { errors: ['S'] }, []],
])('an object with %s', (_name, json, expected) => {
  expect(readFieldErrors(json, object)).toEqual(expected)
})

test('neither length nor number of what a vendor says is without end', () => {
  const errors = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, 'x\n'.repeat(5000)]))
  const found = readFieldErrors({ errors }, object)
  expect(found).toHaveLength(20)
  expect(found[0]!.message.length).toBeLessThan(600)
  expect(found[0]!.message).not.toContain('\n')
})
