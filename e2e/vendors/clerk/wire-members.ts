// Memberships and invitations of organizations on the wire:
// https://clerk.com/docs/reference/backend-api/tag/organization-memberships, …/organization-invitations
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, unsent } from './wire-form.ts'
import { membership, organizationInvitation, plainOrganizationInvitation } from './wire-replies.ts'

const page = (data: object[]) => ({ data, total_count: 31 })

export const members: WireCase[] = [
  call(
    'list_organization_memberships',
    'all',
    { organization_id: 'org_123' },
    'GET /organizations/org_123/memberships',
    page([membership]),
  ),
  call(
    'list_organization_memberships',
    'with everything',
    {
      organization_id: 'org_123',
      limit: 50,
      offset: 50,
      order_by: '-first_name',
      role: ['org:admin', 'org:member'],
      query: 'alex',
      user_id: ['user_123', '-user_9'],
      email_address: 'alex@example.com',
      phone_number: '+15555550100',
      username: 'alex',
      web3_wallet: '0x1',
      email_address_query: 'ello',
      phone_number_query: '555',
      username_query: 'cool',
      name_query: 'riv',
      last_active_at_before: 1700690400001,
      last_active_at_after: 1700690400002,
      created_at_before: 1730160000001,
      created_at_after: 1730160000002,
    },
    'GET /organizations/org_123/memberships?limit=50&offset=50&order_by=-first_name&role=org%3Aadmin&role=org%3Amember&query=alex' +
      '&user_id=user_123&user_id=-user_9&email_address=alex%40example.com&phone_number=%2B15555550100&username=alex&web3_wallet=0x1' +
      '&email_address_query=ello&phone_number_query=555&username_query=cool&name_query=riv&last_active_at_before=1700690400001' +
      '&last_active_at_after=1700690400002&created_at_before=1730160000001&created_at_after=1730160000002',
    page([{ ...membership, public_user_data: undefined }]),
  ),

  call(
    'create_organization_membership',
    'as the original page has it',
    { organization_id: 'org_123', user_id: 'user_123', role: 'org:member' },
    ['POST /organizations/org_123/memberships', '{"user_id":"user_123","role":"org:member"}'],
    membership,
  ),
  call(
    'create_organization_membership',
    'with metadata',
    {
      organization_id: 'org_123',
      user_id: 'user_123',
      role: 'org:admin',
      public_metadata: { team: 'blue' },
      private_metadata: { cost: 1.5 },
    },
    [
      'POST /organizations/org_123/memberships',
      '{"user_id":"user_123","role":"org:admin","public_metadata":{"team":"blue"},"private_metadata":{"cost":1.5}}',
    ],
    membership,
  ),
  positional(
    call(
      'create_organization_membership',
      'three',
      { organization_id: 'org_1', user_id: 'user_1', role: 'org:member' },
      ['POST /organizations/org_1/memberships', '{"user_id":"user_1","role":"org:member"}'],
      membership,
    ),
    '("org_1", "user_1", "org:member")',
  ),
  refused(
    'create_organization_membership',
    'a member already',
    { organization_id: 'org_123', user_id: 'user_123', role: 'org:member' },
    ['POST /organizations/org_123/memberships', '{"user_id":"user_123","role":"org:member"}'],
    400,
    {
      message: 'already a member',
      long_message: 'User is already a member of the organization.',
      code: 'already_a_member_in_organization',
      meta: { param_name: 'user_id' },
    },
    'invalid_argument',
  ),

  call(
    'update_organization_membership',
    'a role',
    { organization_id: 'org_123', user_id: 'user_123', role: 'org:admin' },
    ['PATCH /organizations/org_123/memberships/user_123', '{"role":"org:admin"}'],
    { ...membership, role: 'org:admin' },
  ),
  unsent(
    'update_organization_membership',
    'without a role',
    { organization_id: 'org_123', user_id: 'user_123' },
    '`role` is missing',
  ),

  call(
    'delete_organization_membership',
    'one, and shows what it was',
    { organization_id: 'org_123', user_id: 'user_123' },
    'DELETE /organizations/org_123/memberships/user_123',
    membership,
  ),
  unsent(
    'delete_organization_membership',
    'an empty user, which would be the list',
    { organization_id: 'org_123', user_id: '' },
    '`user_id` must not be empty',
  ),

  call(
    'list_organization_invitations',
    'all',
    { organization_id: 'org_123' },
    'GET /organizations/org_123/invitations',
    page([organizationInvitation, plainOrganizationInvitation]),
  ),
  call(
    'list_organization_invitations',
    'with everything',
    {
      organization_id: 'org_123',
      status: 'pending',
      limit: 1,
      offset: 2,
      email_address: 'person@example.com',
      order_by: '+email_address',
    },
    'GET /organizations/org_123/invitations?status=pending&limit=1&offset=2&email_address=person%40example.com&order_by=%2Bemail_address',
    page([]),
  ),
  call(
    'list_organization_invitations',
    'in several states',
    { organization_id: 'org_123', status: ['pending', 'expired'] },
    'GET /organizations/org_123/invitations?status=pending&status=expired',
    page([]),
  ),
  unsent(
    'list_organization_invitations',
    'a state that there is not',
    { organization_id: 'org_123', status: 'pendin' },
    '`status` must be one of "pending", "accepted", "revoked", "expired", did you mean "pending"?',
  ),

  call(
    'create_organization_invitation',
    'what it needs',
    { organization_id: 'org_123', email_address: 'person@example.com', role: 'org:member' },
    ['POST /organizations/org_123/invitations', '{"email_address":"person@example.com","role":"org:member"}'],
    organizationInvitation,
  ),
  call(
    'create_organization_invitation',
    'with everything',
    {
      organization_id: 'org_123',
      email_address: 'person@example.com',
      role: 'org:admin',
      inviter_user_id: 'user_123',
      redirect_url: 'https://example.com/welcome?x=1',
      public_metadata: { team: 'blue' },
      private_metadata: { note: 'friend' },
      expires_in_days: 365,
      notify: false,
    },
    [
      'POST /organizations/org_123/invitations',
      '{"email_address":"person@example.com","role":"org:admin","inviter_user_id":"user_123","redirect_url":"https://example.com/welcome?x=1",' +
        '"public_metadata":{"team":"blue"},"private_metadata":{"note":"friend"},"expires_in_days":365,"notify":false}',
    ],
    plainOrganizationInvitation,
  ),
  unsent(
    'create_organization_invitation',
    'too many days',
    { organization_id: 'org_123', email_address: 'a@example.com', role: 'org:member', expires_in_days: 366 },
    '`expires_in_days` must be at most 365',
  ),

  call(
    'revoke_organization_invitation',
    'by somebody',
    { organization_id: 'org_123', invitation_id: 'orginv_1', requesting_user_id: 'user_123' },
    ['POST /organizations/org_123/invitations/orginv_1/revoke', '{"requesting_user_id":"user_123"}'],
    { ...organizationInvitation, status: 'revoked' },
  ),
  call(
    'revoke_organization_invitation',
    'by the application',
    { organization_id: 'org_123', invitation_id: 'orginv_1' },
    ['POST /organizations/org_123/invitations/orginv_1/revoke', '{}'],
    { ...organizationInvitation, status: 'revoked' },
  ),
  refused(
    'revoke_organization_invitation',
    'one that was accepted',
    { organization_id: 'org_123', invitation_id: 'orginv_1' },
    ['POST /organizations/org_123/invitations/orginv_1/revoke', '{}'],
    404,
    {
      message: 'not pending',
      long_message: "The organization invitation is not in the 'pending' status.",
      code: 'organization_invitation_not_pending',
    },
    'not_found',
  ),
]
