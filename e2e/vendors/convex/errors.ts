// Error replies of Convex as its backend writes them, and what they become.
// Source: crates/errors/src/lib.rs, crates/keybroker/src/operations.rs, crates/application/src/redaction.rs and the crates named below,
// of get-convex/convex-backend.
import { type VendorReply } from '../../../src/contract/http.ts'
import { type ErrorCase } from '../error-case.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

const http = (status: number, code: string, message: string): VendorReply => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify({ code, message }),
})

/** A function that failed; the npm client takes status 560 for the same. */
const failed = (message: string, data?: string, status = 200): VendorReply => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify({
    status: 'error',
    errorMessage: `[Request ID: 6b1f0c2d9a3e4857] Server Error\n${message}\n`,
    ...(data !== undefined && { errorData: data }),
  }),
})
const told = (message: string): string => `[Request ID: 6b1f0c2d9a3e4857] Server Error ${message}`

const query = { function: 'query_documents', arguments: '{"table":"users"}' }
const create = { function: 'create_document', arguments: '{"table":"users","fields":{}}' }
const update = { function: 'update_document', arguments: '{"table":"users","document_id":"jd7a","fields":{}}' }
const remove = { function: 'delete_document', arguments: '{"table":"users","document_id":"jd7a"}' }
const list = { function: 'list_tables', arguments: '{}' }
const whoami = { function: 'get_current_user', arguments: '{}' }

const NULL_ID = "Cannot read properties of null (reading '_id')"
const SCHEMA =
  'Failed to insert or update a document in table "users" because it does not match the schema: Object is missing the required field `name`.'

const OTHER_ID = `Provided document ID "jd7a" doesn't match '_id' field "jd7b"`
const TOO_LARGE = 'Value is too large (1.2 MiB > maximum size 1 MiB)'

export const errors: ErrorCase[] = [
  {
    code: 'refused_key',
    name: 'a key that opens nothing', // crates/authentication/src/access_token_auth.rs
    ...list,
    reply: http(401, 'BadAdminKey', 'The provided admin key was invalid for this instance'),
    expected: {
      message: 'The provided admin key was invalid for this instance',
      status: 401,
      vendorCode: 'BadAdminKey',
    },
  },
  {
    code: 'refused_key',
    name: 'a key of another deployment, although the status says forbidden',
    ...whoami,
    reply: http(
      403,
      'BadDeployKey',
      "The provided deploy key was invalid for deployment 'happy-otter-123'. Double check that the environment this key was generated for matches the desired deployment.",
    ),
    expected: {
      message:
        "The provided deploy key was invalid for deployment 'happy-otter-123'. Double check that the environment this key was generated for matches the desired deployment.",
      status: 403,
      vendorCode: 'BadDeployKey',
    },
  },
  {
    code: 'refused_key',
    name: 'a key that cannot be read, although the status says bad request', // crates/local_backend/src/authentication.rs
    ...query,
    reply: http(400, 'HeaderParseFailure', 'Malformed Authorization header.'),
    expected: { message: 'Malformed Authorization header.', status: 400, vendorCode: 'HeaderParseFailure' },
  },
  {
    code: 'forbidden',
    name: 'a key that may not view data', // crates/roles/src/eval.rs
    ...whoami,
    reply: http(
      403,
      'OperationNotPermitted',
      'You do not have permission to perform this operation (deployment:data:view).',
    ),
    expected: {
      message: 'You do not have permission to perform this operation (deployment:data:view).',
      status: 403,
      vendorCode: 'OperationNotPermitted',
    },
  },
  {
    code: 'forbidden',
    name: 'a key that may not write data, told by the function',
    ...create,
    reply: failed('Uncaught Error: You do not have permission to perform this operation (deployment:data:write).'),
    expected: {
      message: told('Uncaught Error: You do not have permission to perform this operation (deployment:data:write).'),
      status: 200,
      retryable: false,
    },
  },
  {
    code: 'forbidden',
    name: 'the same of a key that may not view data',
    ...list,
    reply: failed('Uncaught Error: You do not have permission to perform this operation (deployment:data:view).'),
    expected: {
      message: told('Uncaught Error: You do not have permission to perform this operation (deployment:data:view).'),
      hint: 'Make a deploy key that may view data, and write data.',
      status: 200,
    },
  },
  {
    code: 'not_found',
    name: 'an update of no document',
    ...update,
    reply: failed(`Uncaught ConvexError: ${NULL_ID}`, NULL_ID),
    expected: {
      message: told(`Uncaught ConvexError: ${NULL_ID}`),
      hint: 'No document has this id; it may have been deleted.',
      status: 200,
    },
  },
  {
    code: 'not_found',
    name: 'a deletion of no document, with status 560', // crates/database/src/transaction.rs
    ...remove,
    reply: failed('Uncaught Error: Delete on nonexistent document ID jd7a', undefined, 560),
    expected: { message: told('Uncaught Error: Delete on nonexistent document ID jd7a'), status: 560 },
  },
  {
    code: 'invalid_argument',
    name: 'what is no id', // crates/value/src/id_v6.rs
    ...remove,
    reply: failed('Uncaught Error: Invalid argument `id` for `db.delete`: Unable to decode ID: Invalid ID length 4'),
    expected: {
      message: told('Uncaught Error: Invalid argument `id` for `db.delete`: Unable to decode ID: Invalid ID length 4'),
      status: 200,
    },
  },
  {
    code: 'invalid_argument',
    name: 'a document that does not fit its schema', // crates/common/src/schemas/mod.rs
    ...create,
    reply: failed(`Uncaught ConvexError: ${SCHEMA}`, SCHEMA),
    expected: {
      message: told(`Uncaught ConvexError: ${SCHEMA}`),
      hint: 'Compare the fields with get_table.',
      status: 200,
    },
  },
  {
    code: 'invalid_argument',
    name: 'a change of a field that is Convex’s own', // crates/common/src/document.rs
    ...update,
    reply: failed(`Uncaught ConvexError: ${OTHER_ID}`, OTHER_ID),
    expected: {
      message: told(`Uncaught ConvexError: ${OTHER_ID}`),
      hint: '`_id` and `_creationTime` are Convex’s own and stay as they are: leave them out.',
      status: 200,
    },
  },
  {
    code: 'invalid_argument',
    name: 'a document that is too large', // crates/value/src/size.rs
    ...create,
    reply: failed(`Uncaught ConvexError: ${TOO_LARGE}`, TOO_LARGE),
    expected: { message: told(`Uncaught ConvexError: ${TOO_LARGE}`), status: 200 },
  },
  {
    code: 'invalid_argument',
    name: 'a cursor that is none', // crates/keybroker/src/broker.rs
    ...query,
    reply: failed('Uncaught Error: Failed to parse cursor'),
    expected: { message: told('Uncaught Error: Failed to parse cursor'), status: 200 },
  },
  {
    code: 'payment_required',
    name: 'a deployment over the limits of its plan', // crates/udf/src/validation.rs
    ...query,
    reply: failed(
      'You have exceeded the free plan limits, so your deployments have been disabled. Please upgrade to a Pro plan or reach out to us at support@convex.dev for help.',
    ),
    expected: {
      message: told(
        'You have exceeded the free plan limits, so your deployments have been disabled. Please upgrade to a Pro plan or reach out to us at support@convex.dev for help.',
      ),
      status: 200,
    },
  },
  {
    code: 'conflict',
    name: 'writes that met each other, although the status says unavailable', // crates/errors/src/lib.rs
    ...update,
    reply: http(
      503,
      'OptimisticConcurrencyControlFailure',
      'Data read or written in this mutation changed while it was being run. Consider reducing the amount of data read by using indexed queries with selective index range expressions (https://docs.convex.dev/database/indexes/).',
    ),
    expected: {
      message:
        'Data read or written in this mutation changed while it was being run. Consider reducing the amount of data read by using indexed queries with selective index range expressions (https://docs.convex.dev/database/indexes/).',
      status: 503,
      vendorCode: 'OptimisticConcurrencyControlFailure',
    },
  },
  {
    code: 'rate_limited',
    name: 'too many functions at once', // crates/application/src/application_function_runner/mod.rs
    ...query,
    reply: {
      ...http(429, 'TooManyConcurrentRequests', 'Too many concurrent requests.'),
      headers: { ...JSON_TYPE, 'retry-after': '2' },
    },
    expected: {
      message: 'Too many concurrent requests.',
      status: 429,
      retryAfter: 2,
      retryable: true,
      vendorCode: 'TooManyConcurrentRequests',
    },
  },
  {
    code: 'vendor_down',
    name: 'too many commits', // crates/database/src/metrics.rs
    ...create,
    reply: http(503, 'CommitterFullError', 'Too many concurrent commits in a short period of time.'),
    expected: {
      message: 'Too many concurrent commits in a short period of time.',
      status: 503,
      retryable: true,
      vendorCode: 'CommitterFullError',
    },
  },
  {
    code: 'vendor_down',
    name: 'a failure of its own',
    ...list,
    reply: http(500, 'InternalServerError', "Your request couldn't be completed. Try again later."),
    expected: { message: "Your request couldn't be completed. Try again later.", status: 500, retryable: true },
  },
  {
    code: 'vendor_error',
    name: 'a function that failed for a reason of its own',
    ...query,
    reply: failed('Uncaught Error: Something else', undefined, 560),
    expected: { message: told('Uncaught Error: Something else'), status: 560, retryable: false },
  },
  {
    code: 'vendor_error',
    name: 'a system function that is gone', // crates/udf/src/validation.rs
    ...list,
    reply: http(404, 'FunctionPathNotFound', "Could not find public function for '_system/cli/tables'."),
    expected: {
      message: "Could not find public function for '_system/cli/tables'.",
      status: 404,
      vendorCode: 'FunctionPathNotFound',
    },
  },
  {
    code: 'vendor_error',
    name: 'a success of another form',
    ...query,
    reply: { status: 200, headers: JSON_TYPE, body: '{"status":"success","value":[]}' },
    expected: { message: 'Convex answered in a form that is not known', status: 200 },
  },
  {
    code: 'not_found',
    name: 'a deployment that is not there, with no text',
    ...list,
    reply: { status: 404, headers: {}, body: '' },
    expected: { message: 'Convex answered with status 404 and no message', status: 404 },
  },
]
