// CloudConvert's error replies, and the errors that they become.
// Recorded: 401 (cloudconvert-python, issue 21), 402 and INVALID_DATA (fixtures of the PHP SDK), the text of a refused task
// (cloudconvert-node, issue 74). Described: 429 and its headers, 503 (https://cloudconvert.com/docs/getting-started/introduction).
// The bodies of 403, 404, 405 and 500 are not documented: their status alone decides.
import { type ErrorCase } from '../error-case.ts'

const json = { 'content-type': 'application/json' }

const job = '{"tasks":[{"operation":"import/url","url":"https://example.com/my file.pdf"}]}'
const showJob = { function: 'get_job', arguments: '{"job_id":"bf2d7ls9o63e6o6klql3be6syo"}' }

export const errors: ErrorCase[] = [
  {
    code: 'invalid_argument',
    name: 'a task with a field that is refused',
    function: 'create_job',
    arguments: job,
    reply: {
      status: 422,
      headers: json,
      body: '{"message":"The given data was invalid.","code":"INVALID_DATA","errors":{"tasks":["Task import: The url format is invalid."]}}',
    },
    expected: {
      message: 'The given data was invalid.',
      status: 422,
      vendorCode: 'INVALID_DATA',
      fields: [{ name: 'tasks', message: 'Task import: The url format is invalid.' }],
      retryable: false,
    },
  },
  {
    code: 'invalid_argument',
    name: 'several fields, several messages of one',
    function: 'create_task',
    arguments: '{"operation":"convert"}',
    reply: {
      status: 422,
      headers: json,
      body: '{"message":"The given data was invalid.","code":"INVALID_DATA","errors":{"input":["The input field is required."],"output_format":["The output format field is required.","The selected output format is invalid."]}}',
    },
    expected: {
      message: 'The given data was invalid.',
      vendorCode: 'INVALID_DATA',
      fields: [
        { name: 'input', message: 'The input field is required.' },
        { name: 'output_format', message: 'The output format field is required.' },
        { name: 'output_format', message: 'The selected output format is invalid.' },
      ],
    },
  },
  {
    code: 'invalid_argument',
    name: 'INVALID_DATA with status 400',
    function: 'create_task',
    arguments: '{"operation":"import/upload"}',
    reply: {
      status: 400,
      headers: json,
      body: '{"message":"The given data was invalid.","code":"INVALID_DATA","errors":{"status":["Cannot change status: task already completed."]}}',
    },
    expected: {
      message: 'The given data was invalid.',
      status: 400,
      vendorCode: 'INVALID_DATA',
      fields: [{ name: 'status', message: 'Cannot change status: task already completed.' }],
    },
  },
  {
    code: 'refused_key',
    name: 'a wrong key, or one of the sandbox',
    ...showJob,
    reply: { status: 401, headers: json, body: '{"message":"Unauthenticated.","code":"UNAUTHENTICATED"}' },
    expected: { message: 'Unauthenticated.', status: 401, vendorCode: 'UNAUTHENTICATED', retryable: false },
  },
  {
    code: 'payment_required',
    name: 'no credits left',
    function: 'create_job',
    arguments: job,
    reply: {
      status: 402,
      headers: json,
      body: '{"message":"Your account has run out of conversion minutes","code":"CREDITS_EXCEEDED"}',
    },
    expected: {
      message: 'Your account has run out of conversion minutes',
      status: 402,
      vendorCode: 'CREDITS_EXCEEDED',
      hint: 'Check the plan or the credits at the vendor.',
    },
  },
  {
    code: 'forbidden',
    name: 'a key without the scope',
    function: 'get_current_user',
    arguments: '{}',
    reply: { status: 403, headers: json, body: '{"message":"Invalid scope(s) provided."}' },
    expected: { message: 'Invalid scope(s) provided.', status: 403 },
  },
  {
    code: 'not_found',
    name: 'a job that is gone',
    ...showJob,
    reply: { status: 404, headers: json, body: '{"message":"Not Found"}' },
    expected: { message: 'Not Found', status: 404 },
  },
  {
    code: 'vendor_error',
    name: 'a method that is not allowed',
    ...showJob,
    reply: { status: 405, headers: json, body: '{"message":"The GET method is not supported for this route."}' },
    expected: { message: 'The GET method is not supported for this route.', status: 405 },
  },
  {
    code: 'rate_limited',
    name: 'too many jobs at once',
    function: 'create_job',
    arguments: job,
    reply: {
      status: 429,
      headers: { ...json, 'retry-after': '60', 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0' },
      body: '{"message":"Too Many Attempts."}',
    },
    expected: { message: 'Too Many Attempts.', status: 429, retryAfter: 60, retryable: true },
  },
  {
    code: 'vendor_down',
    name: 'a failure of its own',
    ...showJob,
    reply: { status: 500, headers: json, body: '{"message":"Server Error"}' },
    expected: { message: 'Server Error', status: 500, retryable: true },
  },
  {
    code: 'vendor_down',
    name: 'maintenance, as a page',
    ...showJob,
    reply: {
      status: 503,
      headers: { 'content-type': 'text/html', 'retry-after': '120' },
      body: '<html><h1>Be right back</h1></html>',
    },
    expected: { message: 'CloudConvert answered with status 503 and no message', status: 503, retryAfter: 120 },
  },
  {
    code: 'reply_not_json',
    name: 'a page where JSON is meant',
    ...showJob,
    reply: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
    expected: { message: 'CloudConvert answered with text/html instead of JSON', status: 200 },
  },
]
