// The raw helpers on the wire: any path below /v1, and nothing outside of it.
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, silent, unsent } from './wire-form.ts'
import { session } from './wire-replies.ts'

const anything = { object: 'thing', nobody: { declared: ['these', 1, 2.5, true] }, empty: null }

export const raw: WireCase[] = [
  call(
    'api_get',
    'as the original page has it',
    { path: '/sessions', query: { user_id: 'user_123' } },
    'GET /sessions?user_id=user_123',
    [{ ...session, undeclared: 'stays' }],
  ),
  call('api_get', 'without a slash in front', { path: 'jwks' }, 'GET /jwks', anything),
  call(
    'api_get',
    'parameters of every kind',
    {
      path: '/users/user_123/oauth_access_tokens/oauth_google',
      query: { limit: 5, none: [], 'odd name&': 'x=y&z', paginated: true, ratio: 1.5, user_id: ['+a', '-b'] },
    },
    'GET /users/user_123/oauth_access_tokens/oauth_google?limit=5&odd%20name%26=x%3Dy%26z&paginated=true&ratio=1.5&user_id=%2Ba&user_id=-b',
    anything,
  ),
  call(
    'api_get',
    'escapes are read once and written anew',
    { path: '/a%20b/caf%C3%A9/x@y:z' },
    'GET /a%20b/caf%C3%A9/x%40y%3Az',
    {},
  ),
  positional(call('api_get', 'a path', { path: '/jwks' }, 'GET /jwks', anything), '("/jwks")'),
  ...(
    [
      ['another host', 'https://evil.example/v1/users', 'must not be a whole URL'],
      ['its own host', 'https://api.clerk.com/v1/users', 'must not be a whole URL'],
      ['another scheme', 'javascript:alert(1)', 'must not be a whole URL'],
      ['a host without a scheme', '//evil.example/users', 'must not be empty, nor hold `//` or a `/` at its end'],
      ['an empty step', '/users//x', 'must not be empty, nor hold `//` or a `/` at its end'],
      ['the root', '/', 'must not be empty, nor hold `//` or a `/` at its end'],
      ['a step upwards', '/users/../../v2/users', 'must not hold `.` or `..` as a step'],
      ['a step upwards in escapes', '/users/%2e%2E/x', 'must not hold `.` or `..` as a step'],
      ['a step upwards before a semicolon', '/users/..;/x', 'must not hold `.` or `..` as a step'],
      ['a step upwards in escapes of escapes', '/users/%252e%252e/x', 'hides something in the escapes of "%252e%252e"'],
      ['a slash in an escape', '/users/..%2f..%2fv2', 'hides something in the escapes of "..%2f..%2fv2"'],
      ['a backslash', '\\\\evil.example\\users', 'must not hold a backslash'],
      ['a backslash in an escape', '/users/%5c..', 'hides something in the escapes of "%5c.."'],
      ['a query', '/users?limit=1', 'must not hold a query'],
      ['a fragment', '/users#x', 'must not hold a fragment'],
      ['a line break in an escape', '/users/%0d%0aX: 1', 'hides something in the escapes of "%0d%0aX: 1"'],
      ['an escape that is none', '/users/%zz', 'holds an escape that is none: "%zz"'],
      ['the prefix once more', '/v1/users', 'begins below /v1 by itself'],
    ] as const
  ).map(([name, path, message]) => unsent('api_get', `refuses ${name}`, { path }, `\`path\` ${message}`)),
  unsent('api_get', 'without a path', {}, '`path` is missing'),
  unsent('api_get', 'a body, which GET has not', { path: '/users', body: {} }, 'unknown argument `body`'),
  refused(
    'api_get',
    'a path that there is not',
    { path: '/nowhere' },
    'GET /nowhere',
    404,
    { message: 'not found', long_message: 'The requested path does not exist.', code: 'not_found' },
    'not_found',
  ),

  call(
    'api_post',
    'a body and parameters',
    { path: '/users/user_123/verify_password', body: { deep: { list: [1] }, password: 'x' }, query: { a: 'b' } },
    ['POST /users/user_123/verify_password?a=b', '{"deep":{"list":[1]},"password":"x"}'],
    { verified: true },
  ),
  call(
    'api_post',
    'a list as body',
    { path: '/invitations/bulk', body: [{ email_address: 'a@example.com' }, { email_address: 'b@example.com' }] },
    ['POST /invitations/bulk', '[{"email_address":"a@example.com"},{"email_address":"b@example.com"}]'],
    [anything],
  ),
  call(
    'api_post',
    'empty tables, of which the body is still one',
    { path: '/x', body: {}, query: {} },
    ['POST /x', '{}'],
    {},
  ),
  call('api_post', 'without a body', { path: '/sessions/sess_1/revoke' }, 'POST /sessions/sess_1/revoke', anything),
  unsent('api_post', 'refuses another host', { path: 'http://evil.example/' }, '`path` must not be a whole URL'),

  call(
    'api_patch',
    'metadata, merged by Clerk',
    { path: '/users/user_123/metadata', body: { public_metadata: { old: null, plan: 'pro' } }, query: { x: 1 } },
    ['PATCH /users/user_123/metadata?x=1', '{"public_metadata":{"old":null,"plan":"pro"}}'],
    anything,
  ),
  call('api_patch', 'without a body', { path: '/instance' }, 'PATCH /instance', anything),
  unsent(
    'api_patch',
    'refuses a step upwards',
    { path: '/users/..', body: {} },
    '`path` must not hold `.` or `..` as a step',
  ),

  call(
    'api_delete',
    'a domain',
    { path: '/domains/dmn_1', query: { force: true } },
    'DELETE /domains/dmn_1?force=true',
    { object: 'domain', id: 'dmn_1', deleted: true },
  ),
  silent('api_delete', 'and gets no answer but that it worked', { path: '/x/1' }, 'DELETE /x/1'),
  call(
    'api_delete',
    'with a body',
    { path: '/users/user_1/x', body: { why: 'asked' } },
    ['DELETE /users/user_1/x', '{"why":"asked"}'],
    anything,
  ),
  unsent(
    'api_delete',
    'refuses what ends in a list',
    { path: '/users/' },
    '`path` must not be empty, nor hold `//` or a `/` at its end',
  ),
]
