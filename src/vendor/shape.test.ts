import { expect, test } from 'vitest'
import { type Shape } from '../contract/binding.ts'
import { type Value } from '../contract/value.ts'
import { fillShape } from './shape.ts'

const args: Record<string, Value> = { one: 'a', many: ['a', 'b'], none: [], nothing: null }
const reply: Value = { items: [{ id: 1, cursor: 'x' }, { id: 2, cursor: 'y' }, {}], empty: [], text: 'no list' }

test.each<[string, Shape, Value | undefined]>([
  ['an argument', { $arg: 'one' }, 'a'],
  ['an argument that was not given', { $arg: 'absent' }, undefined],
  ['an argument that every object has', { $arg: 'toString' }, undefined],
  ['one value as a list', { $list: 'one' }, ['a']],
  ['a list as a list', { $list: 'many' }, ['a', 'b']],
  ['an empty list as a list', { $list: 'none' }, []],
  ['no value as a list', { $list: 'absent' }, undefined],
  ['part of the reply', { $reply: '/items/1/id' }, 2],
  ['no part of the reply', { $reply: '/items/9' }, undefined],
  ['a count', { $count: '/items' }, 3],
  ['a count of nothing', { $count: '/text' }, undefined],
  ['each item', { $each: '/items', $pick: '/id' }, [1, 2]],
  ['the last item, which lacks it', { $last: '/items', $pick: '/cursor' }, undefined],
  ['the last item', { $last: '/items', $pick: '' }, {}],
  ['the last of none', { $last: '/empty', $pick: '/cursor' }, undefined],
  ['the last of no list', { $last: '/text', $pick: '' }, undefined],
  ['fields, without those that have no value', { a: { $arg: 'one' }, b: { $arg: 'absent' } }, { a: 'a' }],
  ['items, without those that have no value', ['GET', { $arg: 'absent' }, { $arg: 'one' }], ['GET', 'a']],
  ['items of a condition', ['SET', { $when: 'one', $items: ['EX', { $arg: 'one' }] }], ['SET', 'EX', 'a']],
  ['items of a condition that does not hold', ['SET', { $when: 'absent', $items: ['EX'] }], ['SET']],
  ['null as it is', null, null],
])('%s', (_name, shape, expected) => {
  expect(fillShape(shape, { args, reply })).toEqual(expected)
})
