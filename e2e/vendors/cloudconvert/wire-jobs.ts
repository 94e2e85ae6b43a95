// Wire cases of create_job: names of tasks, both forms of `tasks`, and what is refused before anything is sent.
import { type WireCase } from '../wire-case.ts'
import { JOB, JOB_IN_LUA } from './replies.ts'
import { fail, post, refuse } from './wire-forms.ts'

const REPLY = `{"data":${JOB}}`

/** A job that CloudConvert takes. */
function job(name: string, lua: string, text: string, body: string): WireCase {
  return post('create_job', { name, lua, arguments: text }, '/jobs', body, REPLY, JOB_IN_LUA)
}

function refused(name: string, lua: string, text: string, message: string): WireCase {
  return refuse('create_job', { name, lua, arguments: text }, message)
}

const chain = job(
  'import, convert, export',
  '{ tasks = { { operation = "import/url", url = "https://example.com/document.pdf", filename = "document.pdf" }, { operation = "convert", input = "import", output_format = "png" }, { operation = "export/url", input = "convert" } } }',
  '{"tasks":[{"filename":"document.pdf","operation":"import/url","url":"https://example.com/document.pdf"},{"input":"import","operation":"convert","output_format":"png"},{"input":"convert","operation":"export/url"}]}',
  '{"tasks":{"import":{"operation":"import/url","filename":"document.pdf","url":"https://example.com/document.pdf"},"convert":{"operation":"convert","input":"import","output_format":"png"},"export":{"operation":"export/url","input":"convert"}}}',
)

export const jobCases: WireCase[] = [
  chain,
  job(
    'with a tag and a webhook',
    '{ tasks = { { operation = "capture-website", url = "https://example.com", output_format = "png", options = { width = 1280 } } }, tag = "myjob-123", webhook_url = "https://example.com/hook?a=1" }',
    '{"tag":"myjob-123","tasks":[{"operation":"capture-website","options":{"width":1280},"output_format":"png","url":"https://example.com"}],"webhook_url":"https://example.com/hook?a=1"}',
    '{"tasks":{"capture-website":{"operation":"capture-website","options":{"width":1280},"output_format":"png","url":"https://example.com"}},"tag":"myjob-123","webhook_url":"https://example.com/hook?a=1"}',
  ),
  job(
    'several tasks of one kind are numbered, and input is a list',
    '{ tasks = { { operation = "import/url", url = "https://example.com/page1.pdf" }, { operation = "import/base64", file = "JVBERi0=", filename = "page2.pdf" }, { operation = "merge", input = { "import-1", "import-2" }, output_format = "pdf" }, { operation = "export/url", input = "merge" } } }',
    '{"tasks":[{"operation":"import/url","url":"https://example.com/page1.pdf"},{"file":"JVBERi0=","filename":"page2.pdf","operation":"import/base64"},{"input":["import-1","import-2"],"operation":"merge","output_format":"pdf"},{"input":"merge","operation":"export/url"}]}',
    '{"tasks":{"import-1":{"operation":"import/url","url":"https://example.com/page1.pdf"},"import-2":{"operation":"import/base64","file":"JVBERi0=","filename":"page2.pdf"},"merge":{"operation":"merge","input":["import-1","import-2"],"output_format":"pdf"},"export":{"operation":"export/url","input":"merge"}}}',
  ),
  job(
    'names of its own',
    '{ tasks = { { operation = "import/upload", name = "Upload_1" }, { operation = "optimize", name = "small", input = "Upload_1", profile = "web" } } }',
    '{"tasks":[{"name":"Upload_1","operation":"import/upload"},{"input":"Upload_1","name":"small","operation":"optimize","profile":"web"}]}',
    '{"tasks":{"Upload_1":{"operation":"import/upload"},"small":{"operation":"optimize","input":"Upload_1","profile":"web"}}}',
  ),
  job(
    "tasks by name, as in the vendor's reference",
    '{ tasks = { ["import-my-file"] = { operation = "import/s3", bucket = "b" }, ["convert-my-file"] = { operation = "convert", input = "import-my-file", output_format = "pdf", pages = "1-2", optimize_print = true } } }',
    '{"tasks":{"convert-my-file":{"input":"import-my-file","operation":"convert","optimize_print":true,"output_format":"pdf","pages":"1-2"},"import-my-file":{"bucket":"b","operation":"import/s3"}}}',
    '{"tasks":{"convert-my-file":{"operation":"convert","input":"import-my-file","optimize_print":true,"output_format":"pdf","pages":"1-2"},"import-my-file":{"operation":"import/s3","bucket":"b"}}}',
  ),
  job(
    'an empty table where CloudConvert wants an object',
    '{ tasks = { { operation = "import/url", url = "https://example.com/a", headers = {} } } }',
    '{"tasks":[{"headers":{},"operation":"import/url","url":"https://example.com/a"}]}',
    '{"tasks":{"import":{"operation":"import/url","headers":{},"url":"https://example.com/a"}}}',
  ),
  job(
    "export/aws-s3 under the vendor's name",
    '{ tasks = { { operation = "import/upload" }, { operation = "export/aws-s3", input = { "import" }, bucket = "b", region = "eu-central-1", access_key_id = "id", secret_access_key = "s" } } }',
    '{"tasks":[{"operation":"import/upload"},{"access_key_id":"id","bucket":"b","input":["import"],"operation":"export/aws-s3","region":"eu-central-1","secret_access_key":"s"}]}',
    '{"tasks":{"import":{"operation":"import/upload"},"export":{"operation":"export/s3","access_key_id":"id","bucket":"b","input":["import"],"region":"eu-central-1","secret_access_key":"s"}}}',
  ),
  job(
    'text with everything in it',
    '{ tasks = { { operation = "import/raw", file = "a\\"\\\\\\n世界👋</script>", filename = "ü ?#%.txt" } }, tag = "a/b?c#d" }',
    '{"tag":"a/b?c#d","tasks":[{"file":"a\\"\\\\\\n世界👋</script>","filename":"ü ?#%.txt","operation":"import/raw"}]}',
    '{"tasks":{"import":{"operation":"import/raw","file":"a\\"\\\\\\n世界👋</script>","filename":"ü ?#%.txt"}},"tag":"a/b?c#d"}',
  ),

  refused('no tasks', '{ tasks = {} }', '{"tasks":{}}', '`tasks` must not be empty'),
  refused('no list of tasks at all', '()', '{}', '`tasks` is missing'),
  refused(
    'a task without an operation',
    '{ tasks = { { operation = "import/upload" }, { input = "import" } } }',
    '{"tasks":[{"operation":"import/upload"},{"input":"import"}]}',
    '`tasks[2].operation` is missing',
  ),
  refused(
    'an operation that is none',
    '{ tasks = { { operation = "import/ulr", url = "https://example.com/a" } } }',
    '{"tasks":[{"operation":"import/ulr","url":"https://example.com/a"}]}',
    '`tasks[1].operation` must be one of the 37 values that the page lists, did you mean "import/url"?',
  ),
  refused(
    'another endpoint as an operation, by name',
    '{ tasks = { a = { operation = "../users/me" } } }',
    '{"tasks":{"a":{"operation":"../users/me"}}}',
    '`tasks.a.operation` must be one of the 37 values that the page lists',
  ),
  refused(
    'a name with a space',
    '{ tasks = { { operation = "import/upload", name = "my file" } } }',
    '{"tasks":[{"name":"my file","operation":"import/upload"}]}',
    '`tasks[1].name` must match /^[A-Za-z0-9_-]+$/',
  ),
  refused(
    'an input that is no name',
    '{ tasks = { { operation = "import/upload" }, { operation = "merge", input = 1 } } }',
    '{"tasks":[{"operation":"import/upload"},{"input":1,"operation":"merge"}]}',
    '`tasks[2].input` must be a string or a list, not the number 1',
  ),
  refused(
    'a webhook that is no address',
    '{ tasks = { { operation = "import/upload" } }, webhook_url = "example" }',
    '{"tasks":[{"operation":"import/upload"}],"webhook_url":"example"}',
    '`webhook_url` must be a URL',
  ),
  refused(
    'two tasks of one name',
    '{ tasks = { { operation = "import/upload", name = "a" }, { operation = "import/upload", name = "a" } } }',
    '{"tasks":[{"name":"a","operation":"import/upload"},{"name":"a","operation":"import/upload"}]}',
    '`tasks[2]` and `tasks[1]` are both named `a`',
  ),
  refused(
    'a name that another task would get',
    '{ tasks = { { operation = "import/upload" }, { operation = "convert", name = "import", output_format = "pdf" } } }',
    '{"tasks":[{"operation":"import/upload"},{"name":"import","operation":"convert","output_format":"pdf"}]}',
    '`tasks[2]` and `tasks[1]` are both named `import`',
  ),
  refused(
    'an input that names no task',
    '{ tasks = { { operation = "import/upload" }, { operation = "convert", input = "imprt", output_format = "pdf" } } }',
    '{"tasks":[{"operation":"import/upload"},{"input":"imprt","operation":"convert","output_format":"pdf"}]}',
    '`tasks[2].input`: no task of this job is named `imprt`, did you mean `import`?',
  ),
  refused(
    'an input before the tasks were numbered',
    '{ tasks = { { operation = "import/upload" }, { operation = "import/upload" }, { operation = "merge", input = { "import-1", "import" } } } }',
    '{"tasks":[{"operation":"import/upload"},{"operation":"import/upload"},{"input":["import-1","import"],"operation":"merge"}]}',
    '`tasks[3].input`: no task of this job is named `import`, did you mean `import-1`?',
  ),
  refused(
    'its own name as input',
    '{ tasks = { { operation = "convert", input = "convert", output_format = "pdf" } } }',
    '{"tasks":[{"input":"convert","operation":"convert","output_format":"pdf"}]}',
    '`tasks[1].input` names the task itself',
  ),
  refused(
    'a key that is no name',
    '{ tasks = { ["my file"] = { operation = "import/upload" } } }',
    '{"tasks":{"my file":{"operation":"import/upload"}}}',
    '`tasks.my file`: a name holds letters, digits, `-` and `_` only',
  ),
  refused(
    'a name beside another key',
    '{ tasks = { a = { operation = "import/upload", name = "b" } } }',
    '{"tasks":{"a":{"name":"b","operation":"import/upload"}}}',
    '`tasks.a.name` must be `a`, as its key, or left out',
  ),

  fail(
    chain,
    'out of credits',
    { status: 402, body: '{"message":"Your account has run out of conversion minutes","code":"CREDITS_EXCEEDED"}' },
    'payment_required',
    'Your account has run out of conversion minutes',
  ),
  fail(
    chain,
    'a field that CloudConvert refuses',
    {
      status: 422,
      body: '{"message":"The given data was invalid.","code":"INVALID_DATA","errors":{"tasks":["Task import: The url format is invalid."]}}',
    },
    'invalid_argument',
    'The given data was invalid.',
  ),
  fail(
    chain,
    'a reply without the job',
    { status: 201, body: '{"message":"ok"}' },
    'vendor_error',
    'CloudConvert answered without `data`',
  ),
]
