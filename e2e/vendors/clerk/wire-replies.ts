// Replies of Clerk's objects with every field of its specification (bapi/2025-11-10), and such with null where it may be.

export const at = { created_at: 1730160000000, updated_at: 1730246400000 }

export const organization = {
  object: 'organization',
  id: 'org_123',
  name: 'Example Inc',
  slug: 'example-inc',
  image_url: 'https://img.example.com/org',
  has_image: false,
  members_count: 3,
  missing_member_with_elevated_permissions: false,
  pending_invitations_count: 1,
  max_allowed_memberships: 5,
  admin_delete_enabled: true,
  public_metadata: { plan: 'team' },
  private_metadata: { invoice: 7 },
  created_by: 'user_123',
  ...at,
  last_active_at: 1730246400000,
  role_set_key: 'role_set:default',
}

export const membership = {
  object: 'organization_membership',
  id: 'orgmem_1',
  role: 'org:member',
  role_name: 'Member',
  permissions: ['org:sys_memberships:read'],
  public_metadata: { team: 'blue' },
  private_metadata: {},
  organization,
  public_user_data: {
    user_id: 'user_123',
    first_name: 'Alex',
    last_name: null,
    profile_image_url: 'https://img.example.com/alex',
    image_url: 'https://img.example.com/alex',
    has_image: true,
    identifier: 'alex@example.com',
    username: null,
    banned: false,
    deprovisioned: false,
  },
  ...at,
}

export const session = {
  object: 'session',
  id: 'sess_123',
  user_id: 'user_123',
  client_id: 'client_1',
  actor: { sub: 'user_9' },
  status: 'active',
  last_active_organization_id: 'org_123',
  last_active_at: 1730246400000,
  latest_activity: {
    object: 'session_activity',
    id: 'sess_activity_1',
    device_type: 'Macintosh',
    is_mobile: false,
    browser_name: 'Firefox',
    browser_version: '140.0',
    ip_address: '203.0.113.7',
    city: 'Utrecht',
    country: 'NL',
  },
  expire_at: 1730851200000,
  abandon_at: 1732752000000,
  ...at,
  tasks: [{ key: 'choose-organization' }],
}

export const plainSession = {
  ...session,
  actor: null,
  last_active_organization_id: null,
  latest_activity: null,
  tasks: null,
}

export const organizationInvitation = {
  object: 'organization_invitation',
  id: 'orginv_1',
  email_address: 'person@example.com',
  role: 'org:member',
  role_name: 'Member',
  organization_id: 'org_123',
  inviter_id: 'user_123',
  public_inviter_data: {
    user_id: 'user_123',
    first_name: 'Alex',
    last_name: null,
    image_url: 'https://img.example.com/alex',
    has_image: true,
    identifier: 'alex@example.com',
  },
  status: 'pending',
  public_metadata: { team: 'blue' },
  private_metadata: {},
  url: 'https://accounts.example.com/accept',
  expires_at: 1732752000000,
  ...at,
}

export const plainOrganizationInvitation = {
  ...organizationInvitation,
  inviter_id: null,
  public_inviter_data: null,
  url: null,
  expires_at: null,
}

export const invitation = {
  object: 'invitation',
  id: 'inv_1',
  email_address: 'person@example.com',
  public_metadata: { plan: 'pro' },
  revoked: false,
  status: 'pending',
  url: 'https://accounts.example.com/accept',
  expires_at: null,
  ...at,
}

export const signInToken = {
  object: 'sign_in_token',
  id: 'sit_1',
  status: 'pending',
  user_id: 'user_123',
  token: 'eyJ0aWNrZXQ',
  url: 'https://accounts.example.com/sign-in?__clerk_ticket=eyJ0aWNrZXQ',
  ...at,
}
