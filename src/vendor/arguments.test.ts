import { expect, test } from 'vitest'
import { FunctionDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { LIMITS } from '../contract/limits.ts'
import { checkArguments } from './arguments.ts'

const step = { type: 'object', properties: { operation: { type: 'string' } }, required: ['operation'] }

const fn = FunctionDefinition.parse({
  name: 'make',
  title: 'Make',
  summary: 'Makes.',
  description: 'Makes a thing.',
  effect: 'write',
  input: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 5, pattern: '^[a-z]*$' },
      count: { type: 'integer', minimum: 1, maximum: 10, default: 3 },
      big: { type: 'integer', vendorDefault: 7 },
      ratio: { type: 'number' },
      on: { type: 'boolean' },
      kind: { type: 'string', enum: ['active', 'ended'] },
      kinds: {
        anyOf: [
          { type: 'string', enum: ['active', 'ended'] },
          { type: 'array', items: { type: 'string', enum: ['active', 'ended'] } },
        ],
      },
      tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
      task: {
        type: 'object',
        properties: {
          operation: { type: 'string' },
          input: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
          lines: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
          },
        },
        required: ['operation'],
      },
      fields: { type: 'object', freeform: 'Whatever the table holds.' },
      steps: {
        anyOf: [
          { type: 'array', items: step },
          { type: 'object', additionalProperties: step },
        ],
      },
      call: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: [...'abcdefghijklmnop'].slice(1) },
          to: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        },
        required: ['kind', 'to'],
      },
      scores: { type: 'object', additionalProperties: { type: 'number' } },
      nickname: { type: 'string', nullable: true },
      mail: { type: 'string', format: 'email' },
    },
    required: ['name'],
  },
  output: { type: 'string' },
})

const check = (text: string) => checkArguments(fn, text)

test.each<[string, string, unknown]>([
  ['defaults are filled in', '{"name":"a"}', { name: 'a', count: 3 }],
  ['null is left out', '{"name":"a","count":null,"tags":null}', { name: 'a', count: 3 }],
  ['null stays where it means something', '{"name":"a","nickname":null}', { name: 'a', nickname: null, count: 3 }],
  ['an empty table is a list where a list is meant', '{"name":"a","tags":{}}', { name: 'a', tags: [], count: 3 }],
  [
    'also deep inside',
    '{"name":"a","task":{"operation":"x","input":{},"lines":{}}}',
    { name: 'a', task: { operation: 'x', input: [], lines: [] }, count: 3 },
  ],
  ['and a table where a table is meant', '{"name":"a","fields":{}}', { name: 'a', fields: {}, count: 3 }],
  [
    'a free-form table stays whole',
    '{"name":"a","fields":{"x":null,"y":[{}]}}',
    { name: 'a', fields: { x: null, y: [{}] }, count: 3 },
  ],
  [
    'a 64-bit integer stays exact',
    '{"name":"a","big":9223372036854775807}',
    { name: 'a', big: 9223372036854775807n, count: 3 },
  ],
  [
    'also in a free-form table',
    '{"name":"a","fields":{"n":9007199254740993}}',
    { name: 'a', fields: { n: 9007199254740993n }, count: 3 },
  ],
  [
    'either form of a union',
    '{"name":"a","task":{"operation":"x","input":["b"]}}',
    { name: 'a', task: { operation: 'x', input: ['b'] }, count: 3 },
  ],
])('%s', (_name, text, expected) => {
  expect(check(text)).toEqual(expected)
})

test.each<[string, string, string]>([
  ['a missing argument', '{}', '`name` is missing'],
  ['a list without items as no arguments', '[]', '`name` is missing'],
  ['an unknown one', '{"name":"a","cuont":1}', 'unknown argument `cuont`, did you mean `count`?'],
  ['an unknown one far from all', '{"name":"a","zzzzzz":1}', 'unknown argument `zzzzzz`'],
  [
    'an unknown field',
    '{"name":"a","task":{"operation":"x","opration":1}}',
    'unknown field `task.opration`, did you mean `task.operation`?',
  ],
  ['a wrong type', '{"name":1}', '`name` must be a string, not the number 1'],
  ['text for a number', '{"name":"a","count":"3"}', '`count` must be an integer, not a string'],
  ['a fraction for an integer', '{"name":"a","count":1.5}', '`count` must be an integer, not 1.5'],
  ['an integer for text', '{"name":9007199254740993}', '`name` must be a string, not an integer'],
  ['a table for text', '{"name":{}}', '`name` must be a string, not a table'],
  ['a table with names for a list', '{"name":"a","tags":{"x":1}}', '`tags` must be a list, not a table'],
  ['a list for a table', '{"name":"a","fields":[1]}', '`fields` must be a table, not a list'],
  ['null in a list', '{"name":"a","tags":[null]}', '`tags[1]` must be a string, not null'],
  [
    'a place counted as Lua counts',
    '{"name":"a","task":{"operation":"x","lines":[{"id":1},{}]}}',
    '`task.lines[2].id` is missing',
  ],
  ['too small', '{"name":"a","count":0}', '`count` must be at least 1'],
  ['too large', '{"name":"a","count":11}', '`count` must be at most 10'],
  ['too large to be exact', '{"name":"a","big":1e300}', '`big` must be an exact integer of 64 bits'],
  ['too large by far', '{"name":"a","count":9007199254740993}', '`count` must be at most 10'],
  ['empty', '{"name":""}', '`name` must not be empty'],
  ['too long', '{"name":"abcdef"}', '`name` must have at most 5 characters'],
  ['too many', '{"name":"a","tags":["a","b","c"]}', '`tags` must have at most 2 items'],
  ['a pattern', '{"name":"A"}', '`name` must match /^[a-z]*$/'],
  ['a format', '{"name":"a","mail":"x"}', '`mail` must be an e-mail address'],
  ['a choice', '{"name":"a","kind":"actve"}', '`kind` must be one of "active", "ended", did you mean "active"?'],
  [
    'a union',
    '{"name":"a","task":{"operation":"x","input":5}}',
    '`task.input` must be a string or a list, not the number 5',
  ],
  [
    'inside the alternative that is meant',
    '{"name":"a","steps":[{"operation":"x"},{"operaton":1}]}',
    '`steps[2].operation` is missing; unknown field `steps[2].operaton`, did you mean `steps[2].operation`?',
  ],
  [
    'inside the other alternative',
    '{"name":"a","steps":{"first":{"operation":1}}}',
    '`steps.first.operation` must be a string, not the number 1',
  ],
  ['neither alternative', '{"name":"a","steps":"x"}', '`steps` must be a list or a table, not a string'],
  ['a choice that is left out', '{"name":"a","call":{"to":"x"}}', '`call.kind` is missing'],
  ['a union that is left out', '{"name":"a","call":{"kind":"p"}}', '`call.to` is missing'],
  [
    'one of many choices',
    '{"name":"a","call":{"kind":"zzzzzzz","to":"x"}}',
    '`call.kind` must be one of the 15 values that the page lists',
  ],
  ['one choice of a union', '{"name":"a","kinds":"none"}', '`kinds` must be one of "active", "ended"'],
  [
    'a choice in a list of a union',
    '{"name":"a","kinds":["ended","none"]}',
    '`kinds[2]` must be one of "active", "ended"',
  ],
  ['a value of a map', '{"name":"a","scores":{"x":"y"}}', '`scores.x` must be a number, not a string'],
  [
    'several at once',
    '{"count":0,"nam":"a"}',
    '`name` is missing; `count` must be at least 1; unknown argument `nam`, did you mean `name`?',
  ],
  ['__proto__', '{"name":"a","__proto__":{"x":1}}', 'unknown argument `__proto__`'],
  ['__proto__ in a free-form table', '{"name":"a","fields":{"__proto__":{"x":1}}}', 'unknown field `__proto__`'],
  ['constructor', '{"name":"a","constructor":1}', 'unknown argument `constructor`'],
  ['no table', '"a"', 'The arguments must be one table with names'],
  ['a list', '[1]', 'The arguments must be one table with names'],
  ['no JSON', '{"name":', 'The arguments are not JSON'],
])('%s is refused', (_name, text, message) => {
  expect(() => check(text)).toThrow(
    expect.objectContaining({ message, error: expect.objectContaining({ code: 'invalid_argument' }) as unknown }),
  )
})

test('the hint lists what the function takes', () => {
  expect(readError('{}').hint).toMatch(/^make takes name \(string\), count \(integer, optional\), /)
})

test('arguments nested too deeply are refused, however deeply', () => {
  for (const depth of [LIMITS.depth, 50_000]) {
    const text = `{"name":"a","fields":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`
    expect(readError(text)).toMatchObject({
      code: text.length > LIMITS.requestBytes ? 'request_too_large' : 'invalid_argument',
    })
  }
})

test('arguments larger than a request may be are refused', () => {
  expect(readError(`{"name":"${'ü'.repeat(LIMITS.requestBytes / 2)}"}`)).toMatchObject({ code: 'request_too_large' })
})

function readError(text: string) {
  try {
    check(text)
  } catch (error) {
    if (error instanceof CallFailure) return error.error
    throw error
  }
  throw new Error('nothing was refused')
}

test('a number that no machine can hold is refused, where JSON would make it null', () => {
  const refuse = (text: string) => () => checkArguments(fn, text)
  expect(refuse('{"task":{"operation":"x"},"fields":{"a":[1,{"b":1e999}]}}')).toThrow(
    '`fields.a[2].b` is larger than any number can be',
  )
  expect(refuse('{"task":{"operation":"x"},"ratio":-1e999}')).toThrow('`ratio` is larger than any number can be')
})

test('an error that repeats a huge name is not huge itself', () => {
  const error = catchFailure(() => checkArguments(fn, JSON.stringify({ ['👋'.repeat(50_000)]: 1 })))
  expect(error.error.message).toHaveLength(1_001)
  expect(error.error.message.isWellFormed()).toBe(true)
})

function catchFailure(run: () => unknown): CallFailure {
  try {
    run()
  } catch (error) {
    if (error instanceof CallFailure) return error
    throw error
  }
  throw new Error('nothing was refused')
}
