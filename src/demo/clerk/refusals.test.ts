import { expect, test } from 'vitest'
import { demo } from '../clerk.ts'
import { openSession } from './testing/open-session.ts'

test.each<[string, string, unknown, unknown[]]>([
  ['POST', '/users', {}, [422, ['form_data_missing', 'email_address']]],
  ['POST', '/users', undefined, [422, ['form_data_missing', 'email_address']]],
  ['POST', '/users', { email_address: [] }, [422, ['form_data_missing', 'email_address']]],
  ['POST', '/users', { email_address: 'a@example.com' }, [422, ['form_param_type_invalid', 'email_address']]],
  ['POST', '/users', { email_address: ['nobody'] }, [422, ['form_param_format_invalid', 'email_address']]],
  [
    'POST',
    '/users',
    { email_address: ['ALEX.Rivera@example.com'] },
    [422, ['form_identifier_exists', 'email_address']],
  ],
  ['POST', '/users', { email_address: ['a@b.co', 'a@b.co'] }, [422, ['form_param_duplicate', 'email_address']]],
  ['POST', '/users', { email_address: ['a@b.co'], username: 'alexr' }, [422, ['form_identifier_exists', 'username']]],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], username: 'ab' },
    [422, ['form_username_invalid_length', 'username']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], username: 'a b c' },
    [422, ['form_username_invalid_character', 'username']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], password: 'short' },
    [422, ['form_password_length_too_short', 'password']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], password: 'password123' },
    [422, ['form_password_pwned', 'password']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], external_id: 'crm-1001' },
    [422, ['form_identifier_exists', 'external_id']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], phone_number: ['123'] },
    [422, ['form_param_format_invalid', 'phone_number']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], created_at: 'today' },
    [422, ['form_param_invalid_time', 'created_at']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], first_name: 'x'.repeat(257) },
    [422, ['form_param_max_length_exceeded', 'first_name']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], public_metadata: [] },
    [422, ['form_param_type_invalid', 'public_metadata']],
  ],
  [
    'POST',
    '/users',
    { email_address: ['a@b.co'], name: 'x', age: 3 },
    [422, ['form_param_unknown', 'name'], ['form_param_unknown', 'age']],
  ],
  ['POST', '/users', { email_address: ['a@b.co'], constructor: 1 }, [422, ['form_param_unknown', 'constructor']]],
  ['POST', '/users', '[]', [400, ['request_body_invalid']]],
  ['POST', '/users', '{', [400, ['request_body_invalid']]],
  ['PATCH', '/users/user_123', { username: 'samok' }, [422, ['form_identifier_exists', 'username']]],
  ['PATCH', '/users/user_123', { email_address: ['a@b.co'] }, [422, ['form_param_unknown', 'email_address']]],
  [
    'PATCH',
    '/users/user_123',
    { primary_email_address_id: 'idn_x' },
    [422, ['form_resource_not_found', 'primary_email_address_id']],
  ],
  ['PATCH', '/users/nobody', { first_name: 'x' }, [404, ['resource_not_found']]],
  ['POST', '/users/user_123/ban', {}, [415, ['unsupported_content_type']]],
  ['GET', '/sessions?status=sleeping', undefined, [422, ['form_param_value_invalid', 'status']]],
  ['GET', '/sessions/none', undefined, [404, ['resource_not_found']]],
  ['POST', '/sessions', {}, [422, ['form_param_missing', 'user_id']]],
  ['POST', '/organizations', {}, [422, ['form_param_missing', 'name']]],
  ['POST', '/organizations', { name: 7 }, [422, ['form_param_type_invalid', 'name']]],
  ['POST', '/organizations', { name: 'X', created_by: 'nobody' }, [400, ['organization_creator_not_found']]],
  ['POST', '/organizations', { name: 'X', slug: 'Not A Slug' }, [422, ['form_param_format_invalid', 'slug']]],
  ['POST', '/organizations', { name: 'X', slug: 'northwind-studio' }, [422, ['form_identifier_exists', 'slug']]],
  [
    'POST',
    '/organizations',
    { name: 'X', max_allowed_memberships: -1 },
    [422, ['form_param_value_invalid', 'max_allowed_memberships']],
  ],
  ['PATCH', '/organizations/org_123', { plan: 'x' }, [422, ['form_param_unknown', 'plan']]],
  ['GET', '/organizations/none', undefined, [404, ['resource_not_found']]],
  ['GET', '/organizations?order_by=slug', undefined, [422, ['form_param_value_invalid', 'order_by']]],
  ['POST', '/organizations/org_123/memberships', { user_id: 'user_123' }, [422, ['form_param_missing', 'role']]],
  [
    'POST',
    '/organizations/org_123/memberships',
    { user_id: 'user_123', role: 'boss' },
    [404, ['resource_not_found', 'role']],
  ],
  [
    'POST',
    '/organizations/org_123/memberships',
    { user_id: 'nobody', role: 'org:member' },
    [404, ['resource_not_found']],
  ],
  [
    'POST',
    '/organizations/org_123/memberships',
    { user_id: 'user_2abc123', role: 'org:member' },
    [400, ['already_a_member_in_organization']],
  ],
  ['PATCH', '/organizations/org_123/memberships/user_123', { role: 'org:admin' }, [404, ['resource_not_found']]],
  ['PATCH', '/organizations/org_123/memberships/user_2abc123', {}, [422, ['form_param_missing', 'role']]],
  ['DELETE', '/organizations/org_123/memberships/user_123', undefined, [404, ['resource_not_found']]],
  ['GET', '/organizations/org_123/invitations?status=lost', undefined, [422, ['form_param_value_invalid', 'status']]],
  ['POST', '/organizations/org_123/invitations', { email_address: 'a@b.co' }, [422, ['form_param_missing', 'role']]],
  [
    'POST',
    '/organizations/org_123/invitations',
    { email_address: 'a', role: 'org:member' },
    [422, ['form_param_format_invalid', 'email_address']],
  ],
  [
    'POST',
    '/organizations/org_123/invitations',
    { email_address: 'a@b.co', role: 'org:member', expires_in_days: 366 },
    [422, ['form_param_value_invalid', 'expires_in_days']],
  ],
  [
    'POST',
    '/organizations/org_123/invitations',
    { email_address: 'a@b.co', role: 'org:member', inviter_user_id: 'user_123' },
    [403, ['not_a_member_in_organization']],
  ],
  [
    'POST',
    '/organizations/org_123/invitations',
    { email_address: 'carla.mendes@example.org', role: 'org:member' },
    [400, ['duplicate_record', 'carla.mendes@example.org']],
  ],
  [
    'POST',
    '/organizations/org_123/invitations',
    { email_address: 'sam.okafor@example.com', role: 'org:member' },
    [400, ['already_a_member_in_organization']],
  ],
  ['POST', '/organizations/org_123/invitations/none/revoke', undefined, [404, ['organization_invitation_not_found']]],
  [
    'POST',
    '/organizations/bluebird-bakery/invitations/orginv_123/revoke',
    undefined,
    [404, ['organization_invitation_not_found']],
  ],
  ['POST', '/invitations', {}, [422, ['form_param_missing', 'email_address']]],
  ['POST', '/invitations', { email_address: 'a@b.co', role: 'x' }, [422, ['form_param_unknown', 'role']]],
  [
    'POST',
    '/invitations',
    { email_address: 'alex.rivera@example.com' },
    [422, ['form_identifier_exists', 'email_address']],
  ],
  [
    'POST',
    '/invitations',
    { email_address: 'jo.taylor@example.org' },
    [400, ['duplicate_record', 'jo.taylor@example.org']],
  ],
  [
    'POST',
    '/invitations',
    { email_address: 'a@b.co', redirect_url: 'welcome' },
    [422, ['form_param_format_invalid', 'redirect_url']],
  ],
  [
    'POST',
    '/invitations',
    { email_address: 'a@b.co', expires_in_days: 0 },
    [422, ['form_param_value_invalid', 'expires_in_days']],
  ],
  [
    'POST',
    '/invitations',
    { email_address: 'a@b.co', expires_in_days: 1.5 },
    [422, ['form_param_type_invalid', 'expires_in_days']],
  ],
  ['POST', '/invitations/bulk', {}, [400, ['request_body_invalid']]],
  ['POST', '/invitations/bulk', [], [400, ['request_body_invalid']]],
  ['POST', '/invitations/bulk', [{ email_address: 'a@b.co' }, {}], [422, ['form_param_missing', 'email_address']]],
  ['POST', '/invitations/bulk', Array(11).fill({ email_address: 'a@b.co' }), [400, ['bulk_size_exceeded']]],
  [
    'POST',
    '/invitations/bulk',
    [{ email_address: 'a@b.co' }, { email_address: 'a@b.co' }],
    [400, ['duplicate_record', 'a@b.co']],
  ],
  ['POST', '/invitations/none/revoke', undefined, [404, ['resource_not_found']]],
  ['POST', '/sign_in_tokens', {}, [422, ['form_param_missing', 'user_id']]],
  ['POST', '/sign_in_tokens', { user_id: 'nobody' }, [404, ['resource_not_found']]],
  [
    'POST',
    '/sign_in_tokens',
    { user_id: 'user_123', expires_in_seconds: 0 },
    [422, ['form_param_value_invalid', 'expires_in_seconds']],
  ],
  ['POST', '/sign_in_tokens/none/revoke', undefined, [404, ['resource_not_found']]],
  ['GET', '/nothing', undefined, [404, ['resource_not_found']]],
  ['GET', '/users/', undefined, [404, ['resource_not_found']]],
  ['GET', '/users/%ff', undefined, [404, ['resource_not_found']]],
])('%s %s %j is refused', (method, path, body, expected) => {
  expect(openSession().refused(method, path, body)).toEqual(expected)
})

test('a wrong method is refused without a body, with the methods that there are', () => {
  expect(openSession().ask('PUT', '/users/user_123', {})).toEqual({ status: 405, body: null })
})

test.each<[string, Record<string, string>, string]>([
  ['no key', { authorization: '' }, 'authentication_invalid'],
  ['no scheme', { authorization: demo.secrets['secret_key']! }, 'authorization_header_format_invalid'],
  ['another scheme', { authorization: 'Basic abc' }, 'authorization_header_format_invalid'],
  ['a wrong key', { authorization: 'Bearer sk_test_wrong' }, 'clerk_key_invalid'],
])('%s is refused, on every route', (_name, headers, code) => {
  const { refused } = openSession()
  expect(refused('GET', '/users', undefined, headers)).toEqual([401, [code]])
  expect(refused('DELETE', '/users/user_123', undefined, headers)).toEqual([401, [code]])
  expect(refused('GET', '/nothing', undefined, headers)).toEqual([401, [code]])
})

test('a body must say that it is JSON', () => {
  const { refused } = openSession()
  const headers = { 'content-type': 'text/plain' }
  expect(refused('POST', '/organizations', '{"name":"X"}', headers)).toEqual([415, ['unsupported_content_type']])
})
