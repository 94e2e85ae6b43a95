// Wire cases of create_task: the operation as a path, and one flat body.
import { type WireCase } from '../wire-case.ts'
import { TASK, TASK_IN_LUA } from './replies.ts'
import { fail, post, refuse } from './wire-forms.ts'

function task(name: string, lua: string, text: string, path: string, body: string): WireCase {
  const call = { name, lua, arguments: text }
  return post('create_task', call, path, body, `{"data":${TASK}}`, `{"data":${TASK_IN_LUA}}`)
}

function refused(name: string, lua: string, text: string, message: string): WireCase {
  return refuse('create_task', { name, lua, arguments: text }, message)
}

/** A path that is no operation, and would be another endpoint. */
function escape(operation: string): WireCase {
  const text = JSON.stringify(operation)
  const message = '`operation` must be one of the 37 values that the page lists'
  return refused(`the operation ${operation}`, `{ operation = ${text} }`, `{"operation":${text}}`, message)
}

const convert = task(
  'with a payload, a name and an input',
  '{ operation = "convert", payload = { output_format = "pdf", input_format = "docx", options = { quality = 90 } }, name = "my-conversion", input = "73df1e16-fd8b-47a1-a156-f197babde91a" }',
  '{"input":"73df1e16-fd8b-47a1-a156-f197babde91a","name":"my-conversion","operation":"convert","payload":{"input_format":"docx","options":{"quality":90},"output_format":"pdf"}}',
  '/convert',
  '{"input_format":"docx","options":{"quality":90},"output_format":"pdf","name":"my-conversion","input":"73df1e16-fd8b-47a1-a156-f197babde91a"}',
)

export const taskCases: WireCase[] = [
  convert,
  task(
    'an operation with a slash',
    '{ operation = "import/url", payload = { url = "https://example.com/a?b=c#d", filename = "a.pdf" } }',
    '{"operation":"import/url","payload":{"filename":"a.pdf","url":"https://example.com/a?b=c#d"}}',
    '/import/url',
    '{"filename":"a.pdf","url":"https://example.com/a?b=c#d"}',
  ),
  task(
    'by position',
    '("convert", { input = "a", output_format = "pdf" })',
    '{"operation":"convert","payload":{"input":"a","output_format":"pdf"}}',
    '/convert',
    '{"input":"a","output_format":"pdf"}',
  ),
  task(
    'several inputs, no payload',
    '{ operation = "merge", input = { "a", "b" } }',
    '{"input":["a","b"],"operation":"merge"}',
    '/merge',
    '{"input":["a","b"]}',
  ),
  task('nothing but an operation', '("import/upload")', '{"operation":"import/upload"}', '/import/upload', '{}'),
  task(
    'an empty payload',
    '{ operation = "import/upload", payload = {} }',
    '{"operation":"import/upload","payload":{}}',
    '/import/upload',
    '{}',
  ),
  task(
    'an operation of three parts',
    '{ operation = "export/azure/blob", input = "a", payload = { storage_account = "s", container = "c" } }',
    '{"input":"a","operation":"export/azure/blob","payload":{"container":"c","storage_account":"s"}}',
    '/export/azure/blob',
    '{"container":"c","storage_account":"s","input":"a"}',
  ),
  task(
    "export/aws-s3 under the vendor's name",
    '{ operation = "export/aws-s3", input = "a" }',
    '{"input":"a","operation":"export/aws-s3"}',
    '/export/s3',
    '{"input":"a"}',
  ),
  task(
    'export/google-drive as it is',
    '{ operation = "export/google-drive", input = "a" }',
    '{"input":"a","operation":"export/google-drive"}',
    '/export/google-drive',
    '{"input":"a"}',
  ),
  task(
    'names in a payload that would mean something elsewhere',
    '{ operation = "convert", payload = { tasks = { 1 }, ["$arg"] = "operation", url = "../users/me" } }',
    '{"operation":"convert","payload":{"$arg":"operation","tasks":[1],"url":"../users/me"}}',
    '/convert',
    '{"$arg":"operation","tasks":[1],"url":"../users/me"}',
  ),

  ...['users/me', 'jobs', 'import/../users/me', '../jobs', 'webhooks', '/jobs', 'a/b/c', '', '.', 'tasks/x/cancel'].map(
    escape,
  ),
  refused(
    'an operation with a slip',
    '{ operation = "convrt" }',
    '{"operation":"convrt"}',
    '`operation` must be one of the 37 values that the page lists, did you mean "convert"?',
  ),
  refused(
    'an operation inside the payload',
    '{ operation = "convert", payload = { operation = "export/url" } }',
    '{"operation":"convert","payload":{"operation":"export/url"}}',
    '`payload.operation` is not allowed: `operation` stands beside `payload`',
  ),
  refused(
    'an input said twice',
    '{ operation = "convert", payload = { input = "a" }, input = "b" }',
    '{"input":"b","operation":"convert","payload":{"input":"a"}}',
    '`input` and `payload.input` say the same thing: give one of them',
  ),
  refused(
    'a name that is none',
    '{ operation = "convert", name = "my conversion" }',
    '{"name":"my conversion","operation":"convert"}',
    '`name` must match /^[A-Za-z0-9_-]+$/',
  ),
  refused(
    'no inputs',
    '{ operation = "merge", input = {} }',
    '{"input":{},"operation":"merge"}',
    '`input` must not be empty',
  ),

  fail(
    convert,
    'a missing field',
    {
      status: 422,
      body: '{"message":"The given data was invalid.","code":"INVALID_DATA","errors":{"input":["The input field is required."]}}',
    },
    'invalid_argument',
    'The given data was invalid.',
  ),
  fail(
    convert,
    'a key without the scope',
    { status: 403, body: '{"message":"Invalid scope(s) provided.","code":"FORBIDDEN"}' },
    'forbidden',
    'Invalid scope(s) provided.',
  ),
]
