import { expect, test } from 'vitest'
import { exampleOfSection, examplesOf, listStarters, parseExample } from './examples.ts'

const lua = '-- title: Read one key\n-- functions: get_key, set_key\n\nprint(1)\n'

test('the head is read and taken off, the rest is what runs', () => {
  expect(parseExample('read', lua, null)).toEqual({
    name: 'read',
    title: 'Read one key',
    functions: ['get_key', 'set_key'],
    starter: null,
    source: 'print(1)\n',
    recording: null,
  })
})

test('an example without a title is refused by name', () => {
  expect(() => parseExample('bare', 'print(1)\n', null)).toThrow('bare.lua: begins with "-- title: …"')
})

test('an example stands under the function it names first', () => {
  const read = parseExample('read', lua, null)
  const write = parseExample('set-key', '-- title: Write\n-- functions: set_key\nprint(2)\n', null)
  expect(examplesOf('set_key', [read, write])).toEqual([write])
  expect(examplesOf('get_key', [write, read])).toEqual([read])
  expect(examplesOf('list_keys', [read, write])).toEqual([])
  expect(examplesOf('set_key', [read])).toEqual([read])
})

test('the example of a section stands there and nowhere else', () => {
  const accounts = parseExample('several-accounts', lua, null)
  expect(exampleOfSection('accounts', [accounts])).toBe(accounts)
  expect(examplesOf('get_key', [accounts])).toEqual([])
  expect(exampleOfSection('metadata', [accounts])).toBeNull()
})

test('the example with the name of the function comes first', () => {
  const other = parseExample('catch-an-error', lua, null)
  const own = parseExample('get-key', lua, null)
  expect(examplesOf('get_key', [other, own])).toEqual([own, other])
})

test('starters stand in their order, and under no function', () => {
  const second = parseExample('starter-b', `-- starter: 2\n${lua}`, null)
  const first = parseExample('starter-c', `-- starter: 1\n${lua}`, null)
  const other = parseExample('read', lua, null)
  expect(listStarters([second, other, first])).toEqual([first, second])
  expect(first).toMatchObject({ starter: 1, source: 'print(1)\n' })
  expect(examplesOf('get_key', [second, first])).toEqual([])
  expect(() => parseExample('odd', `-- starter: first\n${lua}`, null)).toThrow('odd.lua: "-- starter: …" is a number')
})
