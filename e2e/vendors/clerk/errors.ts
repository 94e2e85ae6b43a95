// Clerk's real error replies, and the errors that they become. Codes and texts are those of the index of Backend API
// errors (https://clerk.com/docs/guides/development/errors/backend-api); the form is `ClerkErrors` of the specification.
import { type CallError, type ErrorCode } from '../../../src/contract/errors.ts'
import { type VendorReply } from '../../../src/contract/http.ts'
import { type ErrorCase } from '../error-case.ts'

interface ClerkError {
  message: string
  long_message?: string
  code: string
  meta?: object
}

/** A reply in Clerk's form; `expected` adds to what every one of them has. */
function from(
  code: ErrorCode,
  name: string,
  [fn, args]: [name: string, args: object],
  status: number,
  errors: [ClerkError, ...ClerkError[]],
  expected: Partial<CallError> = {},
  headers: VendorReply['headers'] = {},
): ErrorCase {
  const [{ message, long_message, code: vendorCode }] = errors
  const body = JSON.stringify({ errors, clerk_trace_id: '5ba5cf1ac4b16ba4e0c9b5d5d9eb3f54' })
  return {
    code,
    name,
    function: fn,
    arguments: JSON.stringify(args),
    reply: { status, headers: { 'content-type': 'application/json', ...headers }, body },
    expected: { message: long_message ?? message, status, vendorCode, ...expected },
  }
}

const taken = 'That email address is taken. Please try another.'
const pwned = 'Password has been found in an online data breach. For account safety, please use a different password.'

export const errors: ErrorCase[] = [
  from('refused_key', 'a wrong secret key', ['get_current_user', {}], 401, [
    {
      message: 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.',
      long_message: 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.',
      code: 'clerk_key_invalid',
    },
  ]),
  from('refused_key', 'no authentication that Clerk knows', ['list_users', {}], 401, [
    {
      message: 'Invalid authentication',
      long_message: 'Unable to authenticate the request, you need to supply an active session',
      code: 'authentication_invalid',
    },
  ]),
  from('payment_required', 'a plan without the feature', ['ban_user', { user_id: 'user_123' }], 402, [
    {
      message: 'Unsupported plan features',
      long_message: 'Some features are not supported in your current plan. Upgrade your subscription to unlock them.',
      code: 'unsupported_subscription_plan_features',
      meta: { unsupported_features: ['ban_user'] },
    },
  ]),
  from('forbidden', 'organizations switched off', ['list_organizations', {}], 403, [
    {
      message: 'access denied',
      long_message: 'The organizations feature is not enabled for this instance.',
      code: 'organization_not_enabled_in_instance',
    },
  ]),
  from('not_found', 'an unknown user', ['get_user', { id: 'user_404' }], 404, [
    { message: 'not found', long_message: 'No user was found with id user_404.', code: 'resource_not_found' },
  ]),
  from(
    'not_found',
    'an invitation that is not pending',
    ['revoke_organization_invitation', { organization_id: 'org_123', invitation_id: 'orginv_1' }],
    404,
    [
      {
        message: 'not pending',
        long_message: "The organization invitation is not in the 'pending' status.",
        code: 'organization_invitation_not_pending',
      },
    ],
  ),
  from('conflict', 'two changes at once', ['update_user', { id: 'user_123', username: 'sam' }], 409, [
    { message: 'conflict', long_message: 'There was a conflict with another request.', code: 'conflict' },
  ]),
  from(
    'invalid_argument',
    'a duplicate invitation, which names no parameter',
    ['create_invitation', { email_address: 'person@example.com' }],
    400,
    [
      {
        message: 'duplicate invitation',
        long_message: 'There are already pending invitations for the following email addresses: person@example.com',
        code: 'duplicate_record',
        meta: { email_addresses: ['person@example.com'] },
      },
    ],
  ),
  from(
    'invalid_argument',
    'two fields at once',
    ['create_user', { email_address: 'alex@example.com', password: 'password' }],
    422,
    [
      { message: taken, long_message: taken, code: 'form_identifier_exists', meta: { param_name: 'email_address' } },
      { message: pwned, long_message: pwned, code: 'form_password_pwned', meta: { param_name: 'password' } },
    ],
    {
      fields: [
        { name: 'email_address', message: taken },
        { name: 'password', message: pwned },
      ],
    },
  ),
  from(
    'invalid_argument',
    'a short text only',
    ['update_user', { id: 'user_123', username: 'x' }],
    422,
    [{ message: 'is invalid', code: 'form_param_format_invalid', meta: { param_name: 'username' } }],
    { fields: [{ name: 'username', message: 'is invalid' }] },
  ),
  from(
    'rate_limited',
    'too many requests, with the time to wait',
    ['list_users', {}],
    429,
    [
      {
        message: 'Too many requests',
        long_message: 'Too many requests, retry later',
        code: 'too_many_requests',
      },
    ],
    { retryAfter: 10, retryable: true },
    { 'retry-after': '10' },
  ),
  from(
    'vendor_down',
    'an error of Clerk itself',
    ['count_users', {}],
    500,
    [
      {
        message: 'Oops, an unexpected error occurred',
        long_message: "There was an internal error on our servers. We've been notified and are working on fixing it.",
        code: 'internal_clerk_error',
      },
    ],
    { retryable: true },
  ),
  {
    code: 'vendor_down',
    name: 'a page of the proxy before Clerk',
    function: 'list_users',
    arguments: '{}',
    reply: {
      status: 503,
      headers: { 'content-type': 'text/html; charset=UTF-8' },
      body: '<!DOCTYPE html><title>api.clerk.com | 503</title>',
    },
    expected: { message: 'Clerk answered with status 503 and no message', status: 503, retryable: true },
  },
]
