// Users on the wire: https://clerk.com/docs/reference/backend-api/tag/users
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, unsent } from './wire-form.ts'
import { plainUser, user } from './wire-user-reply.ts'

const LIST_ORDER_MESSAGE =
  '`order_by` must match /^[+-]?(created_at|updated_at|email_address|web3wallet|first_name|last_name|phone_number|username|last_active_at|last_sign_in_at)$/'

/** All filters that counting takes too, with one value or several. */
const filters = {
  email_address: ['alex+1@example.com', 'b&c@example.org'],
  phone_number: '+15555550100',
  query: 'alex rivera',
  external_id: ['+crm-7', '-crm-8'],
  username: 'alex',
  web3_wallet: '0x1',
  user_id: ['user_123', '-user_9'],
  organization_id: 'org_123',
  email_address_query: 'ello@',
  phone_number_query: '555',
  username_query: 'Cool',
  name_query: 'Müller',
  banned: false,
  last_active_at_before: 1700690400001,
  last_active_at_after: 1700690400002,
  last_active_at_since: 1700690400003,
  created_at_before: 1730160000001,
  created_at_after: 1730160000002,
  last_sign_in_at_before: 1700690400004,
  last_sign_in_at_after: 1700690400005,
  provider: 'oauth_google',
  provider_user_id: ['12345', '67890'],
}

const filtersSent = [
  'email_address=alex%2B1%40example.com&email_address=b%26c%40example.org',
  'phone_number=%2B15555550100',
  'query=alex%20rivera',
  'external_id=%2Bcrm-7&external_id=-crm-8',
  'username=alex',
  'web3_wallet=0x1',
  'user_id=user_123&user_id=-user_9',
  'organization_id=org_123',
  'email_address_query=ello%40',
  'phone_number_query=555',
  'username_query=Cool',
  'name_query=M%C3%BCller',
  'banned=false',
  'last_active_at_before=1700690400001',
  'last_active_at_after=1700690400002',
  'last_active_at_since=1700690400003',
  'created_at_before=1730160000001',
  'created_at_after=1730160000002',
  'last_sign_in_at_before=1700690400004',
  'last_sign_in_at_after=1700690400005',
  'provider=oauth_google',
  'provider_user_id=12345&provider_user_id=67890',
].join('&')

const getUser = call('get_user', 'one user, every field', { id: 'user_123' }, 'GET /users/user_123', user)
const unknownUser = {
  message: 'not found',
  long_message: 'No user was found with id user_404.',
  code: 'resource_not_found',
}

const deleted = { object: 'user', id: 'user_123', deleted: true }

export const users: WireCase[] = [
  call('list_users', 'without arguments, as a plain list', {}, 'GET /users', [user, plainUser]),
  call('list_users', 'as the original page has it', { query: 'alex', limit: 20 }, 'GET /users?limit=20&query=alex', [
    user,
  ]),
  call(
    'list_users',
    'with everything, a filter with its signs',
    { limit: 500, offset: 0, starting_after: 'user_9', order_by: '+created_at', ...filters },
    `GET /users?limit=500&offset=0&starting_after=user_9&order_by=%2Bcreated_at&${filtersSent}`,
    [],
  ),
  positional(
    call(
      'list_users',
      'two',
      { limit: 5, offset: 10, email_address: 'a@example.com' },
      'GET /users?limit=5&offset=10&email_address=a%40example.com',
      [],
    ),
    '(5, 10, "a@example.com")',
  ),
  unsent('list_users', 'a limit of 0', { limit: 0 }, '`limit` must be at least 1'),
  unsent('list_users', 'a limit of 501', { limit: 501 }, '`limit` must be at most 500'),
  unsent('list_users', 'a negative offset', { offset: -1 }, '`offset` must be at least 0'),
  unsent('list_users', 'an order that Clerk does not have', { order_by: 'name' }, LIST_ORDER_MESSAGE),
  unsent('list_users', 'a filter that an empty list would switch off', { user_id: [] }, '`user_id` must not be empty'),
  refused(
    'list_users',
    'a cursor with another order',
    { starting_after: 'user_9', order_by: '-username' },
    'GET /users?starting_after=user_9&order_by=-username',
    422,
    {
      message: 'is invalid',
      long_message: 'starting_after requires ordering by created_at.',
      code: 'form_param_invalid',
    },
    'invalid_argument',
  ),

  call('count_users', 'all', {}, 'GET /users/count', { object: 'total_count', total_count: 42 }),
  call('count_users', 'with every filter', filters, `GET /users/count?${filtersSent}`, {
    object: 'total_count',
    total_count: 0,
  }),

  getUser,
  positional(getUser, '("user_123")'),
  call('get_user', 'one with nothing but an address', { id: 'user_9' }, 'GET /users/user_9', plainUser),
  call(
    'get_user',
    'an id that would be a path',
    { id: '../organizations?limit=1#%2F' },
    'GET /users/..%2Forganizations%3Flimit%3D1%23%252F',
    user,
  ),
  unsent('get_user', 'no id at all', {}, '`id` is missing'),
  unsent('get_user', 'an empty id, which would list', { id: '' }, '`id` must not be empty'),
  unsent('get_user', 'a step upwards', { id: '..' }, '`id` must not be empty, "." or ".."'),
  unsent('get_user', 'the other name of the id', { user_id: 'user_1' }, '`id` is missing; unknown argument `user_id`'),
  refused('get_user', 'an unknown id', { id: 'user_404' }, 'GET /users/user_404', 404, unknownUser, 'not_found'),

  call('delete_user', 'one', { id: 'user_123' }, 'DELETE /users/user_123', deleted),
  call('delete_user', 'one of your own system', { id: 'user_123' }, 'DELETE /users/user_123', {
    ...deleted,
    external_id: 'crm-7',
  }),
  refused(
    'delete_user',
    'one that is gone',
    { id: 'user_404' },
    'DELETE /users/user_404',
    404,
    unknownUser,
    'not_found',
  ),
  unsent('delete_user', 'no id', { id: '' }, '`id` must not be empty'),

  call('ban_user', 'without a body', { user_id: 'user_123' }, 'POST /users/user_123/ban', { ...user, banned: true }),
  refused(
    'ban_user',
    'a plan without bans',
    { user_id: 'user_123' },
    'POST /users/user_123/ban',
    402,
    {
      message: 'Unsupported plan features',
      long_message: 'Some features are not supported in your current plan. Upgrade your subscription to unlock them.',
      code: 'unsupported_subscription_plan_features',
    },
    'payment_required',
  ),
  unsent('ban_user', 'a step into another path', { user_id: '.' }, '`user_id` must not be empty, "." or ".."'),
  call('unban_user', 'without a body', { user_id: 'user_123' }, 'POST /users/user_123/unban', user),
  call('unban_user', 'a hostile id', { user_id: 'a/ban?x' }, 'POST /users/a%2Fban%3Fx/unban', user),
  call('lock_user', 'without a body', { user_id: 'user_123' }, 'POST /users/user_123/lock', { ...user, locked: true }),
  refused(
    'lock_user',
    'lockout switched off',
    { user_id: 'user_123' },
    'POST /users/user_123/lock',
    403,
    { message: 'not enabled', long_message: 'User lockout is not enabled.', code: 'feature_not_enabled' },
    'forbidden',
  ),
  call('unlock_user', 'without a body', { user_id: 'user_123' }, 'POST /users/user_123/unlock', {
    ...plainUser,
    locked: false,
  }),

  call('get_current_user', 'a key that works', {}, 'GET /users?limit=1', [user], { connected: true, data: [user] }),
  call('get_current_user', 'an instance without users', {}, 'GET /users?limit=1', [], { connected: true, data: [] }),
  refused(
    'get_current_user',
    'a wrong key',
    {},
    'GET /users?limit=1',
    401,
    {
      message: 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.',
      long_message: 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.',
      code: 'clerk_key_invalid',
    },
    'refused_key',
  ),
]
