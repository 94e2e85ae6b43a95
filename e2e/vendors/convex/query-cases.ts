// Wire cases of query_documents: filters, orders, pages, and what is refused.
// https://github.com/get-convex/convex-backend, npm-packages/system-udfs/convex/_system/frontend/paginatedTableDocuments.ts
import { type WireCase } from '../wire-case.ts'
import { base64, fails, failsLike, failure, post, success, works } from './wire-forms.ts'

/** One page of `paginatedTableDocuments`. */
const queryBody = (table: string, filters: string, numItems: number, cursor: string): string =>
  `{"path":"_system/frontend/paginatedTableDocuments","args":{"table":${table},"filters":"${base64(filters)}",` +
  `"paginationOpts":{"numItems":${numItems},"cursor":${cursor}},"componentId":null},"format":"json"}`

const NEWEST = '{"clauses":[],"order":"desc"}'
const NO_MORE = success('{"page":[],"isDone":true,"continueCursor":"e0","splitCursor":null,"pageStatus":null}')

const queryUsers = works(
  'newest first, a hundred at once',
  'query_documents',
  {
    lua: '{ table = "users" }',
    text: '{"table":"users"}',
    steps: [
      post(
        '/api/query',
        queryBody('"users"', NEWEST, 100, 'null'),
        success(
          '{"page":[{"_id":"jd7a","_creationTime":1752649602000.5,"name":"Ada","age":36.0,"nickname":null,"tags":[],"views":"9007199254740993"}],"isDone":false,"continueCursor":"a1b2","splitCursor":null,"pageStatus":null}',
        ),
      ),
    ],
  },
  '{"documents":[{"_id":"jd7a","_creationTime":1752649602000.5,"name":"Ada","age":36,"tags":[],"views":"9007199254740993"}],"is_done":false,"cursor":"a1b2"}',
)

export const queryCases: WireCase[] = [
  queryUsers,
  works(
    'filtered by JSON text, oldest first, the next page',
    'query_documents',
    {
      lua: '{ table = "users", filter = \'{"status": "active"}\', order = "_creationTime", limit = 50, cursor = "a1b2" }',
      text: '{"table":"users","filter":"{\\"status\\": \\"active\\"}","order":"_creationTime","limit":50,"cursor":"a1b2"}',
      steps: [
        post(
          '/api/query',
          queryBody(
            '"users"',
            '{"clauses":[{"op":"eq","field":"status","value":"active"}],"order":"asc"}',
            50,
            '"a1b2"',
          ),
          NO_MORE,
        ),
      ],
    },
    '{"documents":[],"is_done":true}',
  ),
  works(
    'filtered by a table, with unicode, null and special values',
    'query_documents',
    {
      lua: '{ table = "users", filter = { ["address.city"] = "Zürich 世界 🦦", nickname = json.null, views = { ["$integer"] = "AQAAAAAAAAA=" } } }',
      text: '{"table":"users","filter":{"address.city":"Zürich 世界 🦦","nickname":null,"views":{"$integer":"AQAAAAAAAAA="}}}',
      steps: [
        post(
          '/api/query',
          queryBody(
            '"users"',
            '{"clauses":[{"op":"eq","field":"address.city","value":"Zürich 世界 🦦"},{"op":"eq","field":"nickname","value":null},{"op":"eq","field":"views","value":{"$integer":"AQAAAAAAAAA="}}],"order":"desc"}',
            100,
            'null',
          ),
          NO_MORE,
        ),
      ],
    },
    '{"documents":[],"is_done":true}',
  ),
  works(
    'an empty filter, which is none',
    'query_documents',
    {
      lua: '{ table = "../mutation?x#", filter = {}, order = "-_creationTime", limit = 1 }',
      text: '{"table":"../mutation?x#","filter":{},"order":"-_creationTime","limit":1}',
      steps: [post('/api/query', queryBody('"../mutation?x#"', NEWEST, 1, 'null'), NO_MORE)],
    },
    '{"documents":[],"is_done":true}',
  ),
  fails(
    'a filter that is no JSON',
    'query_documents',
    { lua: '{ table = "users", filter = "status" }', text: '{"table":"users","filter":"status"}', steps: [] },
    'invalid_argument',
    '`filter` is text that is no JSON',
  ),
  fails(
    'a filter that is JSON but no object',
    'query_documents',
    { lua: '{ table = "users", filter = "[1]" }', text: '{"table":"users","filter":"[1]"}', steps: [] },
    'invalid_argument',
    '`filter` must be a table of fields, or a JSON object as text',
  ),
  fails(
    'an order that Convex has not',
    'query_documents',
    { lua: '{ table = "users", order = "-createdAt" }', text: '{"table":"users","order":"-createdAt"}', steps: [] },
    'invalid_argument',
    '`order` must be one of "_creationTime", "-_creationTime"',
  ),
  failsLike(
    queryUsers,
    'a filter that Convex complains about, in place of documents',
    {
      status: 200,
      body: success(
        '{"page":[{"filter":0.0,"error":"Invalid value: {\\"$nope\\":1}."}],"isDone":true,"continueCursor":""}',
      ),
    },
    'invalid_argument',
    'Invalid value: {"$nope":1}.',
  ),
  failsLike(
    queryUsers,
    'a cursor of another query',
    {
      status: 200,
      body: failure(
        '[Request ID: 5b1c] Server Error\nUncaught ConvexError: InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query.\n',
        '{"isConvexSystemError":true,"paginationError":"InvalidCursor"}',
      ),
    },
    'invalid_argument',
    '[Request ID: 5b1c] Server Error Uncaught ConvexError: InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query.',
  ),
]
