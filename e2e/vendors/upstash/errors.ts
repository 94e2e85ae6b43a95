// What Upstash answers when it refuses, and the error that each answer is.
// https://upstash.com/docs/redis/features/restapi#response, https://upstash.com/docs/redis/troubleshooting,
// https://upstash.com/docs/devops/developer-api (its table of statuses; the bodies are not documented)
import { type VendorReply } from '../../../src/contract/http.ts'
import { type ErrorCase } from '../error-case.ts'

const reply = (status: number, body: string, headers: Record<string, string> = {}): VendorReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
})
const getKey = { function: 'get_key', arguments: '{"key":"a"}' }
const setKey = { function: 'set_key', arguments: '{"key":"a","value":"b"}' }
const getDatabase = { function: 'get_database', arguments: '{"id":"abc12345-xxxx-yyyy-zzzz"}' }

export const errors: ErrorCase[] = [
  {
    ...getKey,
    code: 'refused_key',
    name: 'a wrong token',
    reply: reply(401, '{"error":"WRONGPASS invalid or missing auth token"}'),
    expected: { message: 'WRONGPASS invalid or missing auth token', status: 401, retryable: false },
  },
  {
    ...getKey,
    code: 'vendor_error',
    name: 'a key that holds a list',
    reply: reply(400, '{"error":"WRONGTYPE Operation against a key holding the wrong kind of value"}'),
    expected: { message: 'WRONGTYPE Operation against a key holding the wrong kind of value', status: 400 },
  },
  {
    ...setKey,
    code: 'forbidden',
    name: 'a token that may only read',
    reply: reply(400, '{"error":"NOPERM this user has no permissions to run the \'set\' command"}'),
    expected: { message: "NOPERM this user has no permissions to run the 'set' command", status: 400 },
  },
  {
    ...setKey,
    code: 'rate_limited',
    name: 'a plan that is used up',
    reply: reply(400, '{"error":"ERR max requests limit exceeded. Limit: 500000, Usage: 500000"}'),
    expected: { message: 'ERR max requests limit exceeded. Limit: 500000, Usage: 500000', status: 400 },
  },
  {
    ...setKey,
    code: 'request_too_large',
    name: 'a value that is larger than the plan allows',
    reply: reply(400, '{"error":"ERR max request size exceeded. Limit: 1048576 bytes, Actual: 1048603 bytes"}'),
    expected: { message: 'ERR max request size exceeded. Limit: 1048576 bytes, Actual: 1048603 bytes', status: 400 },
  },
  {
    ...getKey,
    code: 'vendor_error',
    name: 'an error inside a success',
    reply: reply(200, '{"error":"ERR Database is deleted"}'),
    expected: { message: 'ERR Database is deleted', status: 200 },
  },
  {
    ...getKey,
    code: 'rate_limited',
    name: 'too many commands per second',
    reply: reply(429, '{"error":"ERR max commands per second limit exceeded"}', { 'retry-after': '1' }),
    expected: { message: 'ERR max commands per second limit exceeded', status: 429, retryAfter: 1, retryable: true },
  },
  {
    ...getDatabase,
    code: 'refused_key',
    name: 'a wrong management key',
    reply: reply(401, '"Unauthorized"'),
    expected: { message: 'Unauthorized', status: 401 },
  },
  {
    ...getDatabase,
    code: 'forbidden',
    name: 'a key of another team',
    reply: reply(403, '"Forbidden"'),
    expected: { message: 'Forbidden', status: 403 },
  },
  {
    ...getDatabase,
    code: 'not_found',
    name: 'a database that is gone',
    reply: reply(404, '{"error":"database not found"}'),
    expected: { message: 'database not found', status: 404 },
  },
  {
    ...getDatabase,
    code: 'rate_limited',
    name: 'too many management calls',
    reply: reply(429, '', { 'retry-after': '30' }),
    expected: { message: 'Upstash Redis answered with status 429 and no message', status: 429, retryAfter: 30 },
  },
  {
    ...getDatabase,
    code: 'vendor_down',
    name: 'a proxy that finds nobody behind it',
    reply: { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1></html>' },
    expected: { message: 'Upstash Redis answered with status 502 and no message', status: 502, retryable: true },
  },
]
