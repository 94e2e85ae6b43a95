import { expect, describe, test } from 'vitest'
import { eq, filter, names, open } from './testing/open-session.ts'

describe('documents', () => {
  test('the newest come first, or the oldest', () => {
    const { read } = open()
    expect(names(read('users'))).toEqual(['Katherine Johnson', 'Alan Turing', 'Grace Hopper', 'John', 'Ada Lovelace'])
    expect(names(read('users', filter([], 'asc')))[0]).toBe('Ada Lovelace')
  })

  test.each<[string, unknown[], string[]]>([
    ['a value', [eq('status', 'active')], ['Grace Hopper', 'John', 'Ada Lovelace']],
    ['several', [eq('status', 'active'), eq('age', 30)], ['John']],
    ['a field of an object', [eq('address.city', 'Utrecht')], ['Grace Hopper']],
    ['an object, in any order', [eq('address', { city: 'Utrecht', street: '5 Harbour Road' })], ['Grace Hopper']],
    ['null, which is not the same as nothing', [eq('nickname', null)], ['Alan Turing']],
    ['text for a number', [eq('age', '30')], []],
    ['a greater number', [{ op: 'gt', field: 'age', value: 30 }], ['Ada Lovelace']],
    ['everything but a value', [{ op: 'neq', field: 'status', value: 'active' }], ['Katherine Johnson', 'Alan Turing']],
    ['the id alone', [eq('_id', 'doc_abc123')], ['John']],
    ['the id and more', [eq('_id', 'doc_abc123'), eq('status', 'blocked')], []],
    ['what is no id', [eq('_id', 'nope')], []],
  ])('are filtered by %s', (_name, clauses, expected) => {
    expect(names(open().read('users', filter(clauses)))).toEqual(expected)
  })

  test('an id of another table is none of this one', () => {
    expect(open().read('messages', filter([eq('_id', 'doc_abc123')])).value!.page).toEqual([])
  })

  test('64-bit integers are found by their bytes, and come as text or as bytes', () => {
    const { query } = open()
    const args = {
      table: 'articles',
      filters: filter([eq('views', { $integer: 'nAEAAAAAAAA=' })]),
      paginationOpts: { numItems: 1, cursor: null },
    }
    const ask = (format: string) => query('_system/frontend/paginatedTableDocuments', args, format).value!.page[0]
    expect(ask('json')).toMatchObject({ views: '412' })
    expect(ask('convex_encoded_json')).toMatchObject({ views: { $integer: 'nAEAAAAAAAA=' } })
  })

  test('a number beyond 2^53 is found as the double that it is', () => {
    const { mutate, read } = open()
    mutate('_system/frontend/addDocument', { table: 'notes', documents: [{ name: 'far', at: 2 ** 62 }] })
    expect(names(read('notes', btoa('{"clauses":[{"op":"eq","field":"at","value":4611686018427387904}]}')))).toEqual([
      'far',
    ])
  })

  test('a value that is none comes back as a complaint in place of documents', () => {
    expect(open().read('users', filter([eq('age', { $nope: 1 })])).value).toEqual({
      page: [{ filter: 0, error: 'Invalid value: {"$nope":1}.' }],
      isDone: true,
      continueCursor: '',
    })
  })

  test('a table that is not there has none; a name that cannot be is an error', () => {
    const { read } = open()
    expect(read('nobody').value!.page).toEqual([])
    expect(read('a b').errorMessage).toMatch(/Identifier a b has invalid character ' '/)
    expect(read('_storage').errorMessage).toMatch(/System tables can only be accessed with db\.system/)
  })
})

describe('pages', () => {
  test('lead on until they are done, also when documents go away meanwhile', () => {
    const { read, mutate } = open()
    const first = read('users', null, { numItems: 2 }).value!
    expect([first.page.length, first.isDone]).toEqual([2, false])
    const toDelete = [{ id: first.page[1]!['_id'], tableName: 'users' }]
    expect(mutate('_system/frontend/deleteDocuments', { toDelete })).toMatchObject({ status: 'success' })
    const second = read('users', null, { numItems: 3, cursor: first.continueCursor })
    expect(names(second)).toEqual(['Grace Hopper', 'John', 'Ada Lovelace'])
    // A page that is full does not know that it was the last.
    expect(second.value!.isDone).toBe(false)
    const third = read('users', null, { numItems: 3, cursor: second.value!.continueCursor }).value!
    expect(third).toMatchObject({ page: [], isDone: true })
    expect(read('users', null, { cursor: third.continueCursor }).value).toMatchObject({ page: [], isDone: true })
  })

  test.each<[string, object, RegExp]>([
    ['a cursor that is none', { cursor: 'zz' }, /Failed to parse cursor/],
    ['an empty one', { cursor: '' }, /Failed to parse cursor/],
    ['no document', { numItems: 0 }, /Must request at least 1 document/],
    ['fewer than none', { numItems: -1 }, /must be a positive number/],
    ['too many', { numItems: 32_001 }, /Requested too many items: 32001/],
  ])('refuse %s', (_name, options, message) => {
    expect(open().read('users', null, options).errorMessage).toMatch(message)
  })

  test('refuse a cursor of another filter', () => {
    const { read } = open()
    const cursor = read('users', null, { numItems: 1 }).value!.continueCursor
    expect(read('users', filter([eq('status', 'active')]), { cursor })).toMatchObject({
      status: 'error',
      errorData: { isConvexSystemError: true, paginationError: 'InvalidCursor' },
    })
  })
})
