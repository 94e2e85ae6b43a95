// Render's error replies, and the errors that they become. Every body is `{ message }`, some with an `id` or `code`: the
// schema `error` of the specification and of the vendor's command line (pkg/client/types_gen.go); the text of a missing
// id is one recorded by its Terraform provider. Retry-After comes with 429 (measured by users of the API: 51).
import { type CallError, type ErrorCode } from '../../../src/contract/errors.ts'
import { type VendorReply } from '../../../src/contract/http.ts'
import { type ErrorCase } from '../error-case.ts'

type Called = [name: string, args: object]

const SERVICE: Called = ['get_service', { service_id: 'srv-1' }]
const CREATE: Called = [
  'create_service',
  { type: 'static_site', name: 'site', repo: 'https://github.com/a/b', owner_id: 'tea-1' },
]

function from(
  code: ErrorCode,
  name: string,
  [fn, args]: Called,
  status: number,
  body: string,
  expected: Partial<CallError>,
  headers: VendorReply['headers'] = { 'content-type': 'application/json; charset=utf-8' },
): ErrorCase {
  const reply = { status, headers, body }
  return { code, name, function: fn, arguments: JSON.stringify(args), reply, expected: { status, ...expected } }
}

/** The most usual form: a message alone. */
function say(code: ErrorCode, name: string, called: Called, status: number, message: string): ErrorCase {
  return from(code, name, called, status, `${JSON.stringify({ message })}\n`, { message })
}

const LIMITED = {
  'content-type': 'application/json; charset=utf-8',
  'retry-after': '51',
  'ratelimit-limit': '400',
  'ratelimit-remaining': '0',
  'ratelimit-reset': '51',
}

export const errors: ErrorCase[] = [
  say('refused_key', 'a wrong key', ['get_current_user', {}], 401, 'Unauthorized'),
  say('forbidden', 'a service of another workspace', SERVICE, 403, 'Forbidden'),
  say('not_found', 'a missing service', SERVICE, 404, 'not found: srv-1'),
  say(
    'not_found',
    'a missing deploy',
    ['get_deploy', { deploy_id: 'dep-1', service_id: 'srv-1' }],
    404,
    'not found: dep-1',
  ),
  say('not_found', 'a service that is gone', ['list_deploys', { service_id: 'srv-1' }], 410, 'gone: srv-1'),
  say('invalid_argument', 'a repository that Render cannot reach', CREATE, 400, 'invalid or unfetchable repo'),
  say(
    'invalid_argument',
    'a cursor that Render did not give',
    ['list_jobs', { service_id: 'srv-1', cursor: 'x' }],
    400,
    'invalid cursor',
  ),
  say('payment_required', 'no payment method', CREATE, 402, 'Payment information is required to complete this request'),
  say('conflict', 'a name that is taken', CREATE, 409, 'name already in use: site'),
  say('vendor_error', 'a form of answer that Render does not have', ['list_services', {}], 406, 'Not Acceptable'),
  from(
    'rate_limited',
    'too many requests',
    ['list_services', {}],
    429,
    '{"message":"rate limit exceeded"}',
    { message: 'rate limit exceeded', retryAfter: 51, retryable: true },
    LIMITED,
  ),
  from('rate_limited', 'too many requests, without a message', ['get_current_user', {}], 429, '', {
    message: 'Render answered with status 429 and no message',
    retryable: true,
  }),
  from('conflict', 'with a code of its own', CREATE, 409, '{"id":"err-1","code":"name_taken","message":"name taken"}', {
    message: 'name taken',
    vendorCode: 'name_taken',
  }),
  say('vendor_down', 'an error of Render', ['list_deploys', { service_id: 'srv-1' }], 500, 'internal server error'),
  from(
    'vendor_down',
    'a page of the proxy before it',
    SERVICE,
    503,
    '<html><head><title>503</title></head><body>Service Unavailable</body></html>',
    { message: 'Render answered with status 503 and no message', retryable: true },
    { 'content-type': 'text/html' },
  ),
]
