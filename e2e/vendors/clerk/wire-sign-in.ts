// Sessions, invitations to the application and sign-in tokens on the wire:
// https://clerk.com/docs/reference/backend-api/tag/sessions, …/invitations, …/sign-in-tokens
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, unsent } from './wire-form.ts'
import { invitation, plainSession, session, signInToken } from './wire-replies.ts'

const page = (data: object[]) => ({ data, total_count: 31 })

export const signIn: WireCase[] = [
  call(
    'list_sessions',
    'as the original page has it',
    { user_id: 'user_123', status: 'active' },
    'GET /sessions?user_id=user_123&status=active',
    [session, plainSession],
  ),
  call(
    'list_sessions',
    'with everything, as a page with its total',
    { user_id: 'user_123', client_id: 'client_1', status: 'ended', limit: 2, offset: 4, paginated: true },
    'GET /sessions?user_id=user_123&client_id=client_1&status=ended&limit=2&offset=4&paginated=true',
    page([session]),
  ),
  call('list_sessions', 'not as a page', { paginated: false }, 'GET /sessions?paginated=false', []),
  unsent(
    'list_sessions',
    'a state that there is not',
    { status: 'pending' },
    '`status` must be one of "abandoned", "active", "ended", "expired", "removed", "replaced", "revoked"',
  ),
  refused(
    'list_sessions',
    'of nobody',
    {},
    'GET /sessions',
    422,
    {
      message: 'is missing',
      long_message: 'client_id or user_id must be included.',
      code: 'form_param_missing',
      meta: { param_name: 'user_id' },
    },
    'invalid_argument',
  ),

  call('get_session', 'one', { session_id: 'sess_123' }, 'GET /sessions/sess_123', session),
  call('get_session', 'one with nothing more', { session_id: 'sess/1' }, 'GET /sessions/sess%2F1', plainSession),
  positional(call('get_session', 'one', { session_id: 'sess_123' }, 'GET /sessions/sess_123', session), '("sess_123")'),

  call('revoke_session', 'without a body', { session_id: 'sess_123' }, 'POST /sessions/sess_123/revoke', {
    ...session,
    status: 'revoked',
  }),
  refused(
    'revoke_session',
    'an unknown one',
    { session_id: 'sess_404' },
    'POST /sessions/sess_404/revoke',
    404,
    { message: 'Session not found', long_message: 'No session was found with id sess_404', code: 'resource_not_found' },
    'not_found',
  ),

  call('list_invitations', 'all', {}, 'GET /invitations', [invitation]),
  call(
    'list_invitations',
    'with everything, as a page with its total',
    { status: 'revoked', query: 'person', limit: 3, offset: 6, order_by: '-expires_at', paginated: true },
    'GET /invitations?status=revoked&query=person&limit=3&offset=6&order_by=-expires_at&paginated=true',
    page([{ ...invitation, revoked: true, status: 'revoked' }]),
  ),
  unsent(
    'list_invitations',
    'an order of users',
    { order_by: '-username' },
    '`order_by` must match /^[+-]?(created_at|email_address|expires_at)$/',
  ),

  call(
    'create_invitation',
    'as the original page has it',
    { email_address: 'person@example.test', redirect_url: 'https://example.test/welcome' },
    ['POST /invitations', '{"email_address":"person@example.test","redirect_url":"https://example.test/welcome"}'],
    invitation,
  ),
  call(
    'create_invitation',
    'to an address alone',
    { email_address: 'person@example.com' },
    ['POST /invitations', '{"email_address":"person@example.com"}'],
    invitation,
  ),
  call(
    'create_invitation',
    'with everything',
    {
      email_address: 'person@example.com',
      redirect_url: 'https://example.com/welcome',
      public_metadata: { plan: 'pro' },
      notify: false,
      ignore_existing: true,
      expires_in_days: 1,
      template_slug: 'waitlist_invitation',
    },
    [
      'POST /invitations',
      '{"email_address":"person@example.com","redirect_url":"https://example.com/welcome","public_metadata":{"plan":"pro"},' +
        '"notify":false,"ignore_existing":true,"expires_in_days":1,"template_slug":"waitlist_invitation"}',
    ],
    { ...invitation, expires_at: 1732752000000 },
  ),
  refused(
    'create_invitation',
    'an address that was invited',
    { email_address: 'person@example.com' },
    ['POST /invitations', '{"email_address":"person@example.com"}'],
    400,
    {
      message: 'duplicate invitation',
      long_message: 'There are already pending invitations for the following email addresses: person@example.com',
      code: 'duplicate_record',
      meta: { param_name: 'email_address' },
    },
    'invalid_argument',
  ),

  call('revoke_invitation', 'without a body', { invitation_id: 'inv_1' }, 'POST /invitations/inv_1/revoke', {
    ...invitation,
    revoked: true,
    status: 'revoked',
  }),
  unsent('revoke_invitation', 'no id', {}, '`invitation_id` is missing'),

  call(
    'create_sign_in_token',
    'what it needs',
    { user_id: 'user_123' },
    ['POST /sign_in_tokens', '{"user_id":"user_123"}'],
    signInToken,
  ),
  call(
    'create_sign_in_token',
    'with everything',
    { user_id: 'user_123', expires_in_seconds: 60, org_id: 'org_123' },
    ['POST /sign_in_tokens', '{"user_id":"user_123","expires_in_seconds":60,"org_id":"org_123"}'],
    { ...signInToken, url: null },
  ),
  unsent(
    'create_sign_in_token',
    'no time at all',
    { user_id: 'user_123', expires_in_seconds: 0 },
    '`expires_in_seconds` must be at least 1',
  ),

  call('revoke_sign_in_token', 'without a body', { sign_in_token_id: 'sit_1' }, 'POST /sign_in_tokens/sit_1/revoke', {
    ...signInToken,
    token: undefined,
    url: null,
    status: 'revoked',
  }),
  refused(
    'revoke_sign_in_token',
    'one that was used',
    { sign_in_token_id: 'sit_1' },
    'POST /sign_in_tokens/sit_1/revoke',
    400,
    {
      message: 'cannot revoke',
      long_message:
        'Sign in token cannot be revoked because its status is accepted. Only pending tokens can be revoked.',
      code: 'sign_in_token_cannot_be_revoked_code',
    },
    'invalid_argument',
  ),
]
