import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallFailure } from '../../contract/errors.ts'
import { type Value } from '../../contract/value.ts'
import { nameTasks } from './name-tasks.ts'

/** Names that tasks of these operations get; `=name` says one. */
function name(...tasks: string[]): string[] {
  const list = tasks.map((text): Value => {
    const [operation, own] = text.split('=')
    return { operation: operation!, ...(own !== undefined && { name: own }) }
  })
  return Object.keys(nameTasks(list))
}

test.each([
  [['import/url'], ['import']],
  [
    ['import/url', 'convert', 'export/url'],
    ['import', 'convert', 'export'],
  ],
  [
    ['import/url', 'import/base64', 'merge'],
    ['import-1', 'import-2', 'merge'],
  ],
  [
    ['convert', 'import/url', 'convert', 'convert'],
    ['convert-1', 'import', 'convert-2', 'convert-3'],
  ],
  [['capture-website'], ['capture-website']],
  [
    ['export/aws-s3', 'pdf/ocr'],
    ['export', 'pdf'],
  ],
  [
    ['import/url=logo', 'import/url'],
    ['logo', 'import'],
  ],
  [
    ['import/url', 'import/url=import-2', 'convert=a_B-9'],
    ['import', 'import-2', 'a_B-9'],
  ],
  [['import/upload=__proto__'], ['__proto__']],
])('%j are named %j', (tasks, names) => {
  expect(name(...tasks)).toEqual(names)
})

test.each([
  [['import/url', 'import/url', 'convert=import-2'], '`tasks[3]` and `tasks[2]` are both named `import-2`'],
  [['convert=a', 'merge=a'], '`tasks[2]` and `tasks[1]` are both named `a`'],
])('%j clash', (tasks, message) => {
  expect(() => name(...tasks)).toThrow(message)
})

test('names are told apart by case, and what comes of them is a plain object of its own keys', () => {
  const made = nameTasks([
    { operation: 'import/upload', name: 'A' },
    { operation: 'convert', name: 'a', input: 'A' },
    { operation: 'convert', name: 'toString', input: ['a'] },
  ])
  expect(Object.entries(made)).toEqual([
    ['A', { operation: 'import/upload' }],
    ['a', { operation: 'convert', input: 'A' }],
    ['toString', { operation: 'convert', input: ['a'] }],
  ])
})

test('an input may come before its task, and nothing of the arguments is changed', () => {
  const tasks = [{ operation: 'convert', input: 'import' }, { operation: 'import/upload' }]
  const before = structuredClone(tasks)
  expect(Object.keys(nameTasks(tasks))).toEqual(['convert', 'import'])
  expect(tasks).toEqual(before)
})

test.each<[Value, string]>([
  [[{ operation: 'convert', input: 'toString' }], '`tasks[1].input`: no task of this job is named `toString`'],
  [
    { a: { operation: 'import/upload' }, b: { operation: 'convert', input: ['a', 'zzzzzz'] } },
    '`tasks.b.input`: no task of this job is named `zzzzzz`; there are `a`',
  ],
  [
    [{ operation: 'import/upload' }, { operation: 'convert', input: '22b3d686-126b-4fe2-8238-a9781cd023d9' }],
    '`tasks[2].input`: no task of this job is named `22b3d686-126b-4fe2-8238-a9781cd023d9`; there are `import`',
  ],
  [{}, '`tasks` must not be empty'],
  [[], '`tasks` must not be empty'],
  [{ '': { operation: 'convert' } }, '`tasks.`: a name holds letters, digits, `-` and `_` only'],
  [{ 'a/b': { operation: 'convert' } }, '`tasks.a/b`: a name holds letters, digits, `-` and `_` only'],
  [{ 'a\n': { operation: 'convert' } }, '`tasks.a\n`: a name holds letters, digits, `-` and `_` only'],
])('%j is refused', (tasks, message) => {
  expect(() => nameTasks(tasks)).toThrow(new CallFailure('invalid_argument', message))
})

test('any list either clashes, or gives each task one name that CloudConvert takes', () => {
  const operations = fc.constantFrom('import/url', 'import/s3', 'convert', 'merge', 'export/url', 'capture-website')
  const names = fc.option(fc.constantFrom('import', 'import-1', 'convert', 'x', 'merge-2'), { nil: undefined })
  const tasks = fc.array(fc.record({ operation: operations, name: names }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(tasks, (list) => {
      const given = list.map(({ operation, name: own }): Value => ({
        operation,
        ...(own !== undefined && { name: own }),
      }))
      const made = tryNames(given)
      if (made === null) return
      expect(made).toHaveLength(list.length)
      for (const [index, each] of made.entries()) {
        expect(each).toMatch(/^[A-Za-z0-9_-]+$/)
        const { operation, name: own } = list[index]!
        expect(each.replace(/-\d+$/, '')).toBe(own === undefined ? operation.split('/')[0] : own.replace(/-\d+$/, ''))
      }
    }),
  )
})

function tryNames(tasks: Value[]): string[] | null {
  try {
    return Object.keys(nameTasks(tasks))
  } catch (error) {
    expect((error as Error).message).toMatch(/ are both named `/)
    return null
  }
}
