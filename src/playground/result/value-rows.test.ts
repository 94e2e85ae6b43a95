import { expect, test } from 'vitest'
import { parseJson } from '../../contract/value.ts'
import { listRows, parentPath, toggleRow, UNTOUCHED_TREE } from './value-rows.ts'

const rowsOf = (json: string, view = UNTOUCHED_TREE) => listRows(parseJson(json), view)
const shown = (json: string, view = UNTOUCHED_TREE) => rowsOf(json, view).map((row) => [row.path, row.text])

test('small values are open, keys and indexes count as Lua does', () => {
  expect(shown('{"a":[true,null],"b":"x"}')).toEqual([
    ['', '2 fields'],
    ['/a', '2 items'],
    ['/a/1', 'true'],
    ['/a/2', 'null'],
    ['/b', '"x"'],
  ])
})

test('for Lua, null is nil in a field and json.null in a list', () => {
  const rows = listRows(parseJson('{"a":[null],"b":null}'), UNTOUCHED_TREE, 'lua')
  expect(rows.map(({ text }) => text)).toEqual(['2 fields', '1 item', 'json.null', 'nil'])
})

test('64-bit integers are shown exactly', () => {
  expect(shown('9007199254740993')).toEqual([['', '9007199254740993']])
})

test('deep values wait to be opened', () => {
  const json = '{"a":{"b":{"c":1}}}'
  expect(shown(json).at(-1)).toEqual(['/a/b', '1 field'])
  const row = rowsOf(json).at(-1)!
  expect(row).toMatchObject({ depth: 2, open: false })
  const open = toggleRow(UNTOUCHED_TREE, row)
  expect(shown(json, open).at(-1)).toEqual(['/a/b/c', '1'])
  expect(shown(json, toggleRow(open, rowsOf(json, open)[2]!))).toEqual(shown(json))
})

test('a long list is shown a page at a time', () => {
  const json = JSON.stringify(Array.from({ length: 120 }, (_, at) => at))
  const first = rowsOf(json)
  expect(first).toHaveLength(52)
  expect(first.at(-1)).toMatchObject({ kind: 'more', text: 'Show 50 more of 70', position: 51, siblings: 51 })
  const second = toggleRow(UNTOUCHED_TREE, first.at(-1)!)
  expect(rowsOf(json, second).at(-1)!.text).toBe('Show 20 more of 20')
  expect(rowsOf(json, toggleRow(second, rowsOf(json, second).at(-1)!))).toHaveLength(121)
})

test('a long text is cut until it is opened', () => {
  const json = JSON.stringify('x'.repeat(500))
  const [row] = rowsOf(json)
  expect(row).toMatchObject({ open: false, text: `"${'x'.repeat(160)}…` })
  expect(rowsOf(json, toggleRow(UNTOUCHED_TREE, row!))[0]!.text).toHaveLength(502)
})

test('keys with slashes stay apart', () => {
  const paths = rowsOf('{"a/b":{"c":1},"a":{"b":{"c":2}},"…":3}').map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})

test('empty values do not open', () => {
  expect(rowsOf('{"a":[],"b":{}}').map(({ text, open }) => [text, open])).toEqual([
    ['2 fields', true],
    ['[]', null],
    ['{}', null],
  ])
})

test('the parent of a path', () => {
  expect(['/a/b', '/a', ''].map(parentPath)).toEqual(['/a', '', ''])
})
