// The requests that we build and the demo vendor's replies against Convex's own specifications.
// One endpoint is in none of the published ones: `/api/shapes2`, which the dashboard uses.
import { describe, expect, test } from 'vitest'
import { type VendorRequest } from '../../../src/contract/http.ts'
import { openSpecification } from '../openapi.ts'
import { openDemo, planRequest } from './ask-demo.ts'

const publicApi = openSpecification('convex-public-deployment-openapi.json')
const platformApi = openSpecification('convex-deployment-openapi.json')

/** Calls that use every argument of every function. */
const calls: [name: string, args: object][] = [
  ['list_tables', {}],
  ['get_table', { table: 'users' }],
  ['get_table', { table: 'events' }],
  ['query_documents', { table: 'users', filter: '{"status": "active"}', order: '_creationTime', limit: 1 }],
  ['query_documents', { table: 'messages', filter: { channel: 'work' }, limit: 2 }],
  ['create_document', { table: 'users', fields: { name: 'Mary', email: 'mary@example.com' } }],
  ['update_document', { table: 'users', document_id: 'doc_abc123', fields: '{"name": "Jane"}' }],
  ['delete_document', { table: 'users', document_id: 'doc_abc123' }],
  ['get_current_user', {}],
]

/** Which specification describes a path, and the path below its server. */
function findJudge(request: VendorRequest) {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/api/v1/')) return { judge: platformApi, path: pathname.slice('/api/v1'.length) }
  return { judge: publicApi, path: pathname.slice('/api'.length) }
}

describe.skipIf(!publicApi || !platformApi)("Convex's specifications", () => {
  test.each(calls)('have the requests of %s %j, and the replies of the demo', (name, args) => {
    const { call, exchanges } = openDemo()
    call(name, args)
    for (const { request, reply } of exchanges) {
      const { judge, path } = findJudge(request)
      const spoken = { method: request.method, path, body: request.body }
      // Only the dashboard's own specification, which is not published, has it.
      if (path === '/shapes2') {
        expect(judge!.checkRequest(spoken)).toEqual(['there is no GET /shapes2'])
        continue
      }
      expect(judge!.checkRequest(spoken)).toEqual([])
      expect(reply.status).toBe(200)
      expect(judge!.checkReply(spoken, reply)).toEqual([])
    }
  })

  test('have the reply to a function that failed', () => {
    const { call, exchanges } = openDemo()
    expect(() => call('delete_document', { table: 'users', document_id: 'nope' })).toThrow('Unable to decode ID')
    const [{ request, reply }] = exchanges as [(typeof exchanges)[0]]
    expect(publicApi!.checkReply({ method: 'POST', path: '/mutation', body: request.body }, reply)).toEqual([])
  })

  test('say nothing of arguments in a list, which the npm client sends', () => {
    const body = JSON.stringify({ path: '_system/cli/tables', args: [{}], format: 'convex_encoded_json' })
    expect(publicApi!.checkRequest({ method: 'POST', path: '/query', body })).toEqual(['body/args must be object'])
  })
})

describe('an update names its document', () => {
  interface Update {
    args: { ids: unknown }
  }

  test.each([
    { table: 'users', document_id: 'doc_abc123', fields: { name: 'Jane' } },
    { table: 'users', document_id: 'doc_abc123', fields: '{}' },
    { table: 'users', document_id: '*', fields: {} },
  ])('%j', (args) => {
    const body = JSON.parse(planRequest('update_document', args).body!) as Update
    expect(body.args.ids).toEqual([args.document_id])
  })

  test.each([{}, { document_id: '' }, { document_id: null }, { document_id: [] }])('or is not sent: %j', (id) => {
    expect(() => planRequest('update_document', { table: 'users', fields: {}, ...id })).toThrow(/`document_id`/)
  })

  test('and leaves the others as they were, where one without ids would change them all', () => {
    const { call } = openDemo()
    const names = () => {
      const { documents } = call('query_documents', { table: 'users' }) as { documents: { name: string }[] }
      return documents.map(({ name }) => name)
    }
    const before = names()
    call('update_document', { table: 'users', document_id: 'doc_abc123', fields: { name: 'Jane' } })
    expect(names()).toEqual(before.map((name) => (name === 'John' ? 'Jane' : name)))
  })
})
