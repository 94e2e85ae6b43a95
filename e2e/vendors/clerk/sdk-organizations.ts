// Calls of Clerk's SDK about organizations, invitations and sign-in tokens, each beside ours.
import { metadata, type SdkCall } from './sdk-people.ts'

const id = { organizationId: 'org_123' }

export const organizationCalls: SdkCall[] = [
  ['list_organizations', {}, (s) => s.organizations.getOrganizationList()],
  [
    'list_organizations',
    {
      limit: 2,
      offset: 2,
      query: 'a b',
      order_by: '-members_count',
      user_id: ['user_1', 'user_2'],
      include_members_count: true,
    },
    (s) =>
      s.organizations.getOrganizationList({
        limit: 2,
        offset: 2,
        query: 'a b',
        orderBy: '-members_count',
        includeMembersCount: true,
        // The SDK sends it, although its types do not know it.
        ...{ userId: ['user_1', 'user_2'] },
      }),
  ],
  [
    'create_organization',
    {
      name: 'Example Inc',
      created_by: 'user_123',
      slug: 'example',
      max_allowed_memberships: 3,
      public_metadata: metadata,
    },
    (s) =>
      s.organizations.createOrganization({
        name: 'Example Inc',
        createdBy: 'user_123',
        slug: 'example',
        maxAllowedMemberships: 3,
        publicMetadata: metadata,
      }),
  ],
  ['get_organization', { organization_id: 'org_123' }, (s) => s.organizations.getOrganization(id)],
  ['get_organization', { organization_id: 'a-slug' }, (s) => s.organizations.getOrganization({ slug: 'a-slug' })],
  [
    'update_organization',
    { organization_id: 'org_123', name: 'New', slug: 'new', max_allowed_memberships: 0, admin_delete_enabled: false },
    (s) =>
      s.organizations.updateOrganization('org_123', {
        name: 'New',
        slug: 'new',
        maxAllowedMemberships: 0,
        adminDeleteEnabled: false,
      }),
  ],
  ['delete_organization', { organization_id: 'org_123' }, (s) => s.organizations.deleteOrganization('org_123')],
  [
    'list_organization_memberships',
    {
      organization_id: 'org_123',
      limit: 3,
      offset: 3,
      order_by: '-created_at',
      role: ['org:admin', 'org:member'],
      query: 'x',
    },
    (s) =>
      s.organizations.getOrganizationMembershipList({
        ...id,
        limit: 3,
        offset: 3,
        orderBy: '-created_at',
        role: ['org:admin', 'org:member'],
        query: 'x',
      }),
  ],
  [
    'create_organization_membership',
    { organization_id: 'org_123', user_id: 'user_123', role: 'org:member' },
    (s) => s.organizations.createOrganizationMembership({ ...id, userId: 'user_123', role: 'org:member' }),
  ],
  [
    'update_organization_membership',
    { organization_id: 'org_123', user_id: 'user_123', role: 'org:admin' },
    (s) => s.organizations.updateOrganizationMembership({ ...id, userId: 'user_123', role: 'org:admin' }),
  ],
  [
    'delete_organization_membership',
    { organization_id: 'org_123', user_id: 'user_123' },
    (s) => s.organizations.deleteOrganizationMembership({ ...id, userId: 'user_123' }),
  ],
  [
    'list_organization_invitations',
    { organization_id: 'org_123', status: 'pending', limit: 3, offset: 3 },
    (s) => s.organizations.getOrganizationInvitationList({ ...id, status: ['pending'], limit: 3, offset: 3 }),
  ],
  [
    'create_organization_invitation',
    {
      organization_id: 'org_123',
      email_address: 'a@example.org',
      role: 'org:member',
      inviter_user_id: 'user_1',
      redirect_url: 'https://example.org/?a=b',
      public_metadata: metadata,
      expires_in_days: 7,
      notify: false,
    },
    (s) =>
      s.organizations.createOrganizationInvitation({
        ...id,
        emailAddress: 'a@example.org',
        role: 'org:member',
        inviterUserId: 'user_1',
        redirectUrl: 'https://example.org/?a=b',
        publicMetadata: metadata,
        expiresInDays: 7,
        // As above: sent, but unknown to the types.
        ...{ notify: false },
      }),
  ],
  [
    'revoke_organization_invitation',
    { organization_id: 'org_123', invitation_id: 'orginv_123', requesting_user_id: 'user_1' },
    (s) =>
      s.organizations.revokeOrganizationInvitation({ ...id, invitationId: 'orginv_123', requestingUserId: 'user_1' }),
  ],
]

export const invitationCalls: SdkCall[] = [
  [
    'list_invitations',
    { status: 'pending', query: 'a@', limit: 3, offset: 3, order_by: '-expires_at', paginated: true },
    (s) =>
      s.invitations.getInvitationList({
        status: 'pending',
        query: 'a@',
        limit: 3,
        offset: 3,
        orderBy: '-expires_at',
      } as never),
  ],
  [
    'create_invitation',
    {
      email_address: 'person@example.test',
      redirect_url: 'https://example.test/welcome',
      public_metadata: metadata,
      notify: true,
      ignore_existing: true,
      expires_in_days: 1,
      template_slug: 'invitation',
    },
    (s) =>
      s.invitations.createInvitation({
        emailAddress: 'person@example.test',
        redirectUrl: 'https://example.test/welcome',
        publicMetadata: metadata,
        notify: true,
        ignoreExisting: true,
        expiresInDays: 1,
        templateSlug: 'invitation',
      }),
  ],
  ['revoke_invitation', { invitation_id: 'inv_123' }, (s) => s.invitations.revokeInvitation('inv_123')],
  [
    'create_sign_in_token',
    { user_id: 'user_123', expires_in_seconds: 60 },
    (s) => s.signInTokens.createSignInToken({ userId: 'user_123', expiresInSeconds: 60 }),
  ],
  ['revoke_sign_in_token', { sign_in_token_id: 'sit_123' }, (s) => s.signInTokens.revokeSignInToken('sit_123')],
]
