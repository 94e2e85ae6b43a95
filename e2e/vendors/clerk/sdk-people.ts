// Calls of Clerk's SDK about users and sessions, each beside ours.
import { type createClerkClient } from '@clerk/backend'

/** One of our functions with arguments, and the same call to the SDK. */
export type SdkCall = [fn: string, args: object, call: (sdk: ReturnType<typeof createClerkClient>) => Promise<unknown>]

export const metadata = { plan: 'pro', nested: { list: [1, 'two', null], camelCase: true } }

export const userCalls: SdkCall[] = [
  ['list_users', {}, (s) => s.users.getUserList()],
  [
    'list_users',
    {
      limit: 20,
      offset: 40,
      order_by: '+created_at',
      query: 'alex rivera & co',
      email_address: ['a+1@example.com', 'b@example.com'],
      phone_number: ['+12025550123'],
      external_id: ['x/1'],
      username: ['alex'],
      user_id: ['+user_1', '-user_2'],
      organization_id: ['org_1'],
      last_active_at_after: 1700690400000,
      created_at_before: 1700690400001,
    },
    (s) =>
      s.users.getUserList({
        limit: 20,
        offset: 40,
        orderBy: '+created_at',
        query: 'alex rivera & co',
        emailAddress: ['a+1@example.com', 'b@example.com'],
        phoneNumber: ['+12025550123'],
        externalId: ['x/1'],
        username: ['alex'],
        userId: ['+user_1', '-user_2'],
        organizationId: ['org_1'],
        lastActiveAtAfter: 1700690400000,
        createdAtBefore: 1700690400001,
      } as never),
  ],
  // The page gives a single text where the vendor takes a list: one value is a list of one.
  ['list_users', { email_address: 'a@example.com' }, (s) => s.users.getUserList({ emailAddress: ['a@example.com'] })],
  ['count_users', {}, (s) => s.users.getCount()],
  ['count_users', { query: 'ü', username: ['a', 'b'] }, (s) => s.users.getCount({ query: 'ü', username: ['a', 'b'] })],
  ['get_user', { id: 'user_123' }, (s) => s.users.getUser('user_123')],
  [
    'create_user',
    {
      email_address: ['a@example.com'],
      first_name: 'Ada',
      last_name: 'Ünal',
      username: 'ada',
      password: 'a long enough one',
      skip_password_checks: true,
      public_metadata: metadata,
      private_metadata: {},
    },
    (s) =>
      s.users.createUser({
        emailAddress: ['a@example.com'],
        firstName: 'Ada',
        lastName: 'Ünal',
        username: 'ada',
        password: 'a long enough one',
        skipPasswordChecks: true,
        publicMetadata: metadata,
        privateMetadata: {},
      }),
  ],
  [
    'update_user',
    { id: 'user_123', first_name: 'Ada', last_name: '', username: 'ada', delete_self_enabled: false },
    (s) =>
      s.users.updateUser('user_123', { firstName: 'Ada', lastName: '', username: 'ada', deleteSelfEnabled: false }),
  ],
  ['delete_user', { id: 'user_123' }, (s) => s.users.deleteUser('user_123')],
  ['ban_user', { user_id: 'user_123' }, (s) => s.users.banUser('user_123')],
  ['unban_user', { user_id: 'user_123' }, (s) => s.users.unbanUser('user_123')],
  ['lock_user', { user_id: 'user_123' }, (s) => s.users.lockUser('user_123')],
  ['unlock_user', { user_id: 'user_123' }, (s) => s.users.unlockUser('user_123')],
  // A health check is a list of one user.
  ['get_current_user', {}, (s) => s.users.getUserList({ limit: 1 })],
]

export const sessionCalls: SdkCall[] = [
  [
    'list_sessions',
    { user_id: 'user_123', status: 'active', limit: 5, offset: 5, paginated: true },
    (s) => s.sessions.getSessionList({ userId: 'user_123', status: 'active', limit: 5, offset: 5 }),
  ],
  ['list_sessions', { client_id: 'c', paginated: true }, (s) => s.sessions.getSessionList({ clientId: 'c' })],
  ['get_session', { session_id: 'sess_123' }, (s) => s.sessions.getSession('sess_123')],
  ['revoke_session', { session_id: 'sess_123' }, (s) => s.sessions.revokeSession('sess_123')],
]
