import { expect, describe, test } from 'vitest'
import { formatJson } from '../../contract/value.ts'
import { BASE, eq, filter, names, open } from './testing/open-session.ts'

describe('changes', () => {
  const add = '_system/frontend/addDocument'
  const patch = '_system/frontend/patchDocumentsFields'
  const drop = '_system/frontend/deleteDocuments'

  test('a first document makes its table, and Convex infers its shape', () => {
    const { mutate, query, ask } = open()
    mutate(add, {
      table: 'notes',
      documents: [
        { text: 'a', tags: ['x'] },
        { text: 'b', tags: [], at: 1 },
      ],
    })
    const { value } = query('_system/cli/tables', { paginationOpts: { numItems: 1, cursor: null } })
    expect(value!.page.map(({ name }) => name)).toContain('notes')
    const shapes = ask({ url: `${BASE}/api/shapes2` }).body as unknown as Record<
      string,
      { fields: { fieldName: string; optional: boolean }[] }
    >
    expect(shapes['notes']!.fields.map(({ fieldName, optional }) => [fieldName, optional])).toEqual([
      ['_creationTime', false],
      ['_id', false],
      ['at', true],
      ['tags', false],
      ['text', false],
    ])
  })

  test.each<[string, object, RegExp]>([
    ['a field that is missing', { table: 'users', documents: [{ email: 'a' }] }, /missing the required field `name`/],
    ['a field too many', { table: 'users', documents: [{ name: 'a', x: 1 }] }, /extra field `x` that is not in/],
    [
      'a wrong type',
      { table: 'users', documents: [{ name: 1 }] },
      /Path: \.name\nValue: 1\.0\nValidator: v\.string\(\)/,
    ],
    [
      'an id of another table',
      { table: 'messages', documents: [{ author: 'doc_abc123', body: '', channel: '', reactions: [{}] }] },
      /`count`|`emoji`/,
    ],
    ['a field of the system', { table: 'notes', documents: [{ _x: 1 }] }, /Field '_x' starts with an underscore/],
    ['a table of the system', { table: '_x', documents: [{}] }, /read-only/],
    ['what is no document', { table: 'notes', documents: ['x'] }, /Value must be an Object/],
    [
      'a name that begins with $',
      { table: 'notes', documents: [{ $x: 1, y: 2 }] },
      /starts with '\$', which is reserved/,
    ],
    ['a list too long', { table: 'notes', documents: [{ a: Array(8193).fill(1) }] }, /too long \(8193 > maximum/],
    [
      'too many fields',
      { table: 'notes', documents: [Object.fromEntries(Array.from({ length: 1025 }, (_, at) => [`f${at}`, 1]))] },
      /too many fields \(1025 > maximum number 1024\)/,
    ],
    [
      'too many levels',
      { table: 'notes', documents: [JSON.parse('{"a":'.repeat(17) + '1' + '}'.repeat(17))] },
      /too nested \(nested 17 levels deep > maximum nesting 16\)/,
    ],
    ['a name that is not ASCII', { table: 'notes', documents: [{ größe: 1 }] }, /invalid character 'ö'/],
  ])('are refused whole for %s', (_name, args, message) => {
    const { mutate, state } = open()
    const before = formatJson(state as never)
    const documents = [...(args as { documents: unknown[] }).documents]
    expect(mutate(add, { ...args, documents }).errorMessage).toMatch(message)
    expect(formatJson(state as never)).toBe(before)
  })

  test('one bad document of several leaves none', () => {
    const session = open()
    session.mutate(add, { table: 'users', documents: [{ name: 'First' }, { nome: 'Second' }] })
    expect(names(session.read('users'))).not.toContain('First')
  })

  test('a patch sets what it names, and takes away what the dashboard says', () => {
    const { mutate, read } = open()
    const gone = `__CONVEX_PLACEHOLDER_undefined_I23atX0jcndVbFgXoQZffsih7eAqktCyFjgUuAeNBtfr3ySOljPSPSEOPFgprkdBO3zXNiGEJxmJ5ZFPc5C5qKesG80QRPvlJe8vgSxAt9feLTwxTg4PHfVwUaTEJU67FDwldWmTxp1guMPwxQ2jOuhEryTBf3mQ`
    mutate(patch, { table: 'users', ids: ['doc_abc123'], fields: { name: 'Jane', age: gone } })
    const [jane] = read('users', filter([eq('_id', 'doc_abc123')])).value!.page
    expect(jane).toMatchObject({ name: 'Jane', email: 'john@example.com' })
    expect(jane).not.toHaveProperty('age')
  })

  test('a patch of nothing changes nothing', () => {
    const { mutate, read } = open()
    const before = read('users')
    const args = { table: 'users', ids: ['doc_abc123'], fields: null }
    expect(mutate(patch, args).value).toEqual({ success: true })
    expect(read('users')).toEqual(before)
  })

  test.each<[string, object, RegExp]>([
    ['_id', { _id: 'other' }, /Provided document ID "doc_abc123" doesn't match '_id' field "other"/],
    ['_creationTime', { _creationTime: 5 }, /doesn't match '_creationTime' field in \{.*_creationTime: 5\.0/],
  ])('a patch cannot change %s', (_name, fields, message) => {
    const { mutate } = open()
    expect(mutate(patch, { table: 'users', ids: ['doc_abc123'], fields }).errorMessage).toMatch(message)
  })

  test('a patch without ids changes every document of the table', () => {
    const { mutate, read } = open()
    mutate(patch, { table: 'users', fields: { status: 'invited' } })
    expect(read('users', filter([eq('status', 'invited')])).value!.page).toHaveLength(5)
  })

  test('a document is found by its id, whatever the table says', () => {
    const { mutate, read } = open()
    expect(mutate(drop, { toDelete: [{ id: 'doc_abc123', tableName: 'messages' }] }).status).toBe('success')
    expect(names(read('users'))).not.toContain('John')
  })

  test('a document that is gone is told in Convex’s two ways', () => {
    const { mutate, read } = open()
    const id = read('messages').value!.page[0]!['_id']
    const toDelete = [{ id, tableName: 'messages' }]
    mutate(drop, { toDelete })
    expect(mutate(drop, { toDelete })).toMatchObject({
      status: 'error',
      errorMessage: expect.stringContaining(`Delete on nonexistent document ID ${String(id)}`) as unknown,
    })
    expect(mutate(patch, { table: 'messages', ids: [id], fields: {} })).toMatchObject({
      status: 'error',
      errorData: "Cannot read properties of null (reading '_id')",
    })
  })

  test('more than 4096 at once end well and do nothing', () => {
    const { mutate } = open()
    const documents = Array.from({ length: 4097 }, () => ({}))
    expect(mutate(add, { table: 'notes', documents }).value).toEqual({
      success: false,
      error: 'Can’t import more than 4096 documents at once.',
    })
  })
})
