// The official npm client beside our own requests, and pointed at the demo vendor.
import { ConvexHttpClient } from 'convex/browser'
import { type FunctionReference, makeFunctionReference } from 'convex/server'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { demo } from '../../../src/demo/convex.ts'
import { listen } from '../listen.ts'
import { mountVendor } from '../mount.ts'
import { planRequest } from './ask-demo.ts'

const KEY = demo.secrets['access_token']!

const spy = await listen(() => ({ status: 200, headers: {}, body: '{"status":"success","value":null}' }))
const mounted = await mountVendor(demo)
afterAll(() => Promise.all([spy.close(), mounted.close()]))
beforeEach(() => {
  spy.log.length = 0
  mounted.reset()
})

type Arguments = Record<string, unknown>
type AnyFunction<Kind extends 'query' | 'mutation'> = FunctionReference<Kind, 'public', Arguments, unknown>

/** Calls as the npm client makes them: with a deploy key it may run system functions. */
function connect(url: string, key: string | null = KEY) {
  const client = new ConvexHttpClient(url, { skipConvexDeploymentUrlCheck: true, logger: false })
  if (key !== null) (client as unknown as { setAdminAuth(key: string): void }).setAdminAuth(key)
  return {
    query: (path: string, args: Arguments) =>
      client.query(makeFunctionReference<'query'>(path) as AnyFunction<'query'>, args),
    mutation: (path: string, args: Arguments) =>
      client.mutation(makeFunctionReference<'mutation'>(path) as AnyFunction<'mutation'>, args),
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the npm client sends the same', () => {
  const sdk = connect(spy.origin)

  // get_current_user, and the second request of get_table, are no functions of a deployment: the client has no call for them.
  test.each<[name: string, args: object, kind: 'query' | 'mutation', path: string, sent: Arguments]>([
    ['list_tables', {}, 'query', '_system/cli/tables', { paginationOpts: { numItems: 10_000, cursor: null } }],
    ['get_table', { table: 'users' }, 'query', '_system/frontend/getSchemas', { componentId: null }],
    [
      'query_documents',
      { table: 'users', filter: { name: 'Zoë 🦦', age: 30 }, order: '_creationTime', limit: 5, cursor: 'a1' },
      'query',
      '_system/frontend/paginatedTableDocuments',
      {
        table: 'users',
        filters: base64(
          '{"clauses":[{"op":"eq","field":"name","value":"Zoë 🦦"},{"op":"eq","field":"age","value":30}],"order":"asc"}',
        ),
        paginationOpts: { numItems: 5, cursor: 'a1' },
        componentId: null,
      },
    ],
    [
      'create_document',
      { table: 'users', fields: '{"name": "John", "views": {"$integer": "AQAAAAAAAAA="}, "raw": {"$bytes": "AAE="}}' },
      'mutation',
      '_system/frontend/addDocument',
      {
        table: 'users',
        documents: [{ name: 'John', views: 1n, raw: new Uint8Array([0, 1]).buffer }],
        componentId: null,
      },
    ],
    [
      'update_document',
      { table: 'users', document_id: 'doc_abc123', fields: { name: 'Jane', nickname: null } },
      'mutation',
      '_system/frontend/patchDocumentsFields',
      { table: 'users', ids: ['doc_abc123'], fields: { name: 'Jane', nickname: null }, componentId: null },
    ],
    [
      'delete_document',
      { table: 'users', document_id: 'doc_abc123' },
      'mutation',
      '_system/frontend/deleteDocuments',
      { toDelete: [{ id: 'doc_abc123', tableName: 'users' }], componentId: null },
    ],
  ])('%s %j', async (name, args, kind, path, sent) => {
    await sdk[kind](path, sent)
    expect(spy.log).toHaveLength(1)
    const [theirs] = spy.log
    const ours = planRequest(name, args, spy.origin)
    expect({ method: ours.method, url: new URL(ours.url).pathname }).toEqual({
      method: theirs!.method,
      url: theirs!.url,
    })
    expect(ours.headers['Content-Type']).toBe(theirs!.headers['content-type'])
    expect(theirs!.headers['authorization']).toBe(`Convex ${KEY}`)
    expect(ours.auth).toEqual({ kind: 'bearer', prefix: 'Convex', field: 'access_token' })
    const their = JSON.parse(theirs!.body) as { path: string; args: unknown[]; format: string }
    const our = JSON.parse(ours.body!) as { path: string; args: unknown; format: string }
    expect(our.path).toBe(their.path)
    // The client sends its one argument in a list, an older form that the specification no longer has.
    expect([our.args]).toEqual(their.args)
    // Scripts want `"42"` and `0.5`; the client decodes `{"$integer": …}` into values of JavaScript.
    expect([our.format, their.format]).toEqual(['json', 'convex_encoded_json'])
  })
})

describe('the npm client works with the demo vendor', () => {
  const url = mounted.settings['deployment_url']!
  const sdk = connect(url)
  const read = (table: string, filters: string | null = null, numItems = 10, cursor: string | null = null) =>
    sdk.query('_system/frontend/paginatedTableDocuments', {
      table,
      filters,
      paginationOpts: { numItems, cursor },
      componentId: null,
    }) as Promise<{ page: Record<string, unknown>[]; isDone: boolean; continueCursor: string }>

  test('lists tables', async () => {
    const tables = await sdk.query('_system/cli/tables', { paginationOpts: { numItems: 1, cursor: null } })
    expect(tables).toMatchObject({ isDone: true, page: expect.arrayContaining([{ name: 'users' }]) as unknown })
  })

  test('creates, finds, changes, deletes, and then finds nothing', async () => {
    const filters = base64('{"clauses":[{"op":"eq","field":"title","value":"Tides"}]}')
    const document = { title: 'Tides', language: 'en', views: 9_007_199_254_740_993n }
    expect(await sdk.mutation('_system/frontend/addDocument', { table: 'articles', documents: [document] })).toEqual({
      success: true,
    })
    const [made] = (await read('articles', filters)).page
    expect(made).toMatchObject(document)
    const ids = [made!['_id']]
    await sdk.mutation('_system/frontend/patchDocumentsFields', { table: 'articles', ids, fields: { views: 2n } })
    expect((await read('articles', filters)).page).toMatchObject([{ ...document, views: 2n }])
    const toDelete = [{ id: ids[0], tableName: 'articles' }]
    await sdk.mutation('_system/frontend/deleteDocuments', { toDelete })
    expect((await read('articles', filters)).page).toEqual([])
    await expect(sdk.mutation('_system/frontend/deleteDocuments', { toDelete })).rejects.toThrow(
      /Delete on nonexistent document ID/,
    )
  })

  test('reads page by page', async () => {
    const first = await read('messages', null, 3)
    expect([first.page.length, first.isDone]).toEqual([3, false])
    const second = await read('messages', null, 3, first.continueCursor)
    expect([second.page.length, second.isDone]).toEqual([2, true])
  })

  test('gets the data of an error', async () => {
    const refused = sdk.mutation('_system/frontend/addDocument', { table: 'users', documents: [{ nome: 'x' }] })
    await expect(refused).rejects.toMatchObject({
      name: 'ConvexError',
      data: expect.stringContaining('missing the required field `name`') as unknown,
    })
    const stray = (await read('messages', null, 1)).continueCursor
    await expect(read('users', null, 1, stray)).rejects.toMatchObject({
      data: { isConvexSystemError: true, paginationError: 'InvalidCursor' },
    })
  })

  test('is told about a wrong key, no key, and a function that is not there', async () => {
    const tables = (key: string | null) =>
      connect(url, key).query('_system/cli/tables', { paginationOpts: { numItems: 1, cursor: null } })
    await expect(tables('dev:happy-otter-123|wrong')).rejects.toThrow(/BadAdminKey/)
    await expect(tables(null)).rejects.toThrow(/Could not find public function for '_system\/cli\/tables'/)
    await expect(sdk.query('messages:list', {})).rejects.toThrow(/Could not find public function for 'messages:list'/)
    await expect(sdk.mutation('_system/cli/tables', {})).rejects.toThrow(/as Mutation, but it is defined as Query/)
  })

  test('is told to wait, and that Convex is broken', async () => {
    mounted.tell({ kind: 'rate_limited' })
    await expect(read('users')).rejects.toThrow(/TooManyConcurrentRequests/)
    mounted.tell({ kind: 'broken' })
    await expect(read('users')).rejects.toThrow(/InternalServerError/)
  })
})
