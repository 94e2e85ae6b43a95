// Wire cases of the functions that change documents.
// https://github.com/get-convex/convex-backend, npm-packages/system-udfs/convex/_system/frontend/addDocument.ts, patchDocumentsFields.ts and deleteDocuments.ts
import { type WireCase } from '../wire-case.ts'
import { fails, failsLike, failure, post, success, works } from './wire-forms.ts'

const createBody = (table: string, fields: string): string =>
  `{"path":"_system/frontend/addDocument","args":{"table":${table},"documents":[${fields}],"componentId":null},"format":"json"}`
const updateBody = (table: string, id: string, fields: string): string =>
  `{"path":"_system/frontend/patchDocumentsFields","args":{"table":${table},"ids":[${id}],"fields":${fields},"componentId":null},"format":"json"}`
const deleteBody = (table: string, id: string): string =>
  `{"path":"_system/frontend/deleteDocuments","args":{"toDelete":[{"id":${id},"tableName":${table}}],"componentId":null},"format":"json"}`

const change = (name: string, fn: string, lua: string, text: string, body: string): WireCase =>
  works(name, fn, { lua, text, steps: [post('/api/mutation', body, success('{"success":true}'))] }, '{"success":true}')

const createUser = change(
  'from a table',
  'create_document',
  '{ table = "users", fields = { name = "John" } }',
  '{"table":"users","fields":{"name":"John"}}',
  createBody('"users"', '{"name":"John"}'),
)
const updateUser = change(
  'exactly one, by its id',
  'update_document',
  '{ table = "users", document_id = "doc_abc123", fields = { name = "Jane" } }',
  '{"table":"users","document_id":"doc_abc123","fields":{"name":"Jane"}}',
  updateBody('"users"', '"doc_abc123"', '{"name":"Jane"}'),
)
const deleteUser = change(
  'one, by its id',
  'delete_document',
  '{ table = "users", document_id = "doc_abc123" }',
  '{"table":"users","document_id":"doc_abc123"}',
  deleteBody('"users"', '"doc_abc123"'),
)

export const writeCases: WireCase[] = [
  createUser,
  change(
    'from JSON text, by position',
    'create_document',
    '("users", \'{"name": "John", "age": 30, "tags": []}\')',
    '{"table":"users","fields":"{\\"name\\": \\"John\\", \\"age\\": 30, \\"tags\\": []}"}',
    createBody('"users"', '{"name":"John","age":30,"tags":[]}'),
  ),
  change(
    'an empty table, which is an object',
    'create_document',
    '{ table = "drafts", fields = {} }',
    '{"table":"drafts","fields":{}}',
    createBody('"drafts"', '{}'),
  ),
  change(
    'every kind of value',
    'create_document',
    '{ table = "a", fields = { b = { ["$bytes"] = "AAE=" }, e = {}, f = 0.5, i = { ["$integer"] = "AQAAAAAAIAA=" }, l = json.array({}), n = json.null, t = "ü 🦦", x = true } }',
    '{"table":"a","fields":{"b":{"$bytes":"AAE="},"e":{},"f":0.5,"i":{"$integer":"AQAAAAAAIAA="},"l":[],"n":null,"t":"ü 🦦","x":true}}',
    createBody(
      '"a"',
      '{"b":{"$bytes":"AAE="},"e":{},"f":0.5,"i":{"$integer":"AQAAAAAAIAA="},"l":[],"n":null,"t":"ü 🦦","x":true}',
    ),
  ),
  fails(
    'an integer that Convex would round',
    'create_document',
    {
      lua: '{ table = "a", fields = { counts = { 1, 9007199254740993 } } }',
      text: '{"table":"a","fields":{"counts":[1,9007199254740993]}}',
      steps: [],
    },
    'invalid_argument',
    '`fields.counts[2]` is an integer that a number of Convex cannot hold exactly',
  ),
  fails(
    'fields as a list',
    'create_document',
    { lua: '{ table = "a", fields = "[]" }', text: '{"table":"a","fields":"[]"}', steps: [] },
    'invalid_argument',
    '`fields` must be a table of fields, or a JSON object as text',
  ),
  failsLike(
    createUser,
    'a document that does not fit',
    {
      status: 560,
      body: failure(
        '[Request ID: 5b1c] Server Error\nUncaught ConvexError: Failed to insert or update a document in table "users" because it does not match the schema: Value does not match validator.\nPath: .name\n',
        '"Failed to insert"',
      ),
    },
    'invalid_argument',
    '[Request ID: 5b1c] Server Error Uncaught ConvexError: Failed to insert or update a document in table "users" because it does not match the schema: Value does not match validator. Path: .name',
  ),
  failsLike(
    createUser,
    'a function that ends well and did nothing',
    { status: 200, body: success('{"success":false,"error":"Can’t import more than 4096 documents at once."}') },
    'vendor_error',
    'Can’t import more than 4096 documents at once.',
  ),

  updateUser,
  change(
    'from JSON text, with null',
    'update_document',
    '("users", "jd7a", \'{"nickname": null}\')',
    '{"table":"users","document_id":"jd7a","fields":"{\\"nickname\\": null}"}',
    updateBody('"users"', '"jd7a"', '{"nickname":null}'),
  ),
  change(
    'an empty table, and an id like a path',
    'update_document',
    '{ table = "users", document_id = "../x?#%2F", fields = {} }',
    '{"table":"users","document_id":"../x?#%2F","fields":{}}',
    updateBody('"users"', '"../x?#%2F"', '{}'),
  ),
  fails(
    'an empty id, which would not name one',
    'update_document',
    {
      lua: '{ table = "users", document_id = "", fields = {} }',
      text: '{"table":"users","document_id":"","fields":{}}',
      steps: [],
    },
    'invalid_argument',
    '`document_id` must not be empty',
  ),
  failsLike(
    updateUser,
    'an id of no document',
    {
      status: 200,
      body: failure(
        "[Request ID: 5b1c] Server Error\nUncaught ConvexError: Cannot read properties of null (reading '_id')\n",
        '"Cannot read properties of null (reading \'_id\')"',
      ),
    },
    'not_found',
    "[Request ID: 5b1c] Server Error Uncaught ConvexError: Cannot read properties of null (reading '_id')",
  ),

  deleteUser,
  change(
    'by position, with quotes and backslashes',
    'delete_document',
    '("users", "a\\"\\\\b")',
    '{"table":"users","document_id":"a\\"\\\\b"}',
    deleteBody('"users"', '"a\\"\\\\b"'),
  ),
  failsLike(
    deleteUser,
    'an id of no document',
    {
      status: 200,
      body: failure('[Request ID: 5b1c] Server Error\nUncaught Error: Delete on nonexistent document ID jd7a\n'),
    },
    'not_found',
    '[Request ID: 5b1c] Server Error Uncaught Error: Delete on nonexistent document ID jd7a',
  ),
]
