// Organizations on the wire: https://clerk.com/docs/reference/backend-api/tag/organizations
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, unsent } from './wire-form.ts'
import { organization } from './wire-replies.ts'

const page = (data: object[]) => ({ data, total_count: 31 })

const unknown = {
  message: 'not found',
  long_message: 'Given organization not found.',
  code: 'resource_not_found',
}

export const organizations: WireCase[] = [
  call('list_organizations', 'all', {}, 'GET /organizations', page([organization])),
  call('list_organizations', 'none', {}, 'GET /organizations', { data: [], total_count: 0 }),
  call(
    'list_organizations',
    'with everything',
    {
      limit: 100,
      offset: 20,
      query: 'exa',
      order_by: '-members_count',
      user_id: ['+user_123', '-user_9'],
      organization_id: 'org_123',
      include_members_count: true,
      include_missing_member_with_elevated_permissions: true,
    },
    'GET /organizations?limit=100&offset=20&query=exa&order_by=-members_count&user_id=%2Buser_123&user_id=-user_9' +
      '&organization_id=org_123&include_members_count=true&include_missing_member_with_elevated_permissions=true',
    page([]),
  ),
  positional(
    call(
      'list_organizations',
      'a page',
      { limit: 5, offset: 10, query: 'inc' },
      'GET /organizations?limit=5&offset=10&query=inc',
      page([]),
    ),
    '(5, 10, "inc")',
  ),
  unsent(
    'list_organizations',
    'an order of users',
    { order_by: 'username' },
    '`order_by` must match /^[+-]?(name|created_at|members_count)$/',
  ),
  refused(
    'list_organizations',
    'organizations switched off',
    {},
    'GET /organizations',
    403,
    {
      message: 'access denied',
      long_message: 'The organizations feature is not enabled for this instance.',
      code: 'organization_not_enabled_in_instance',
    },
    'forbidden',
  ),

  call(
    'create_organization',
    'as the original page has it',
    { name: 'Example Inc', created_by: 'user_123' },
    ['POST /organizations', '{"name":"Example Inc","created_by":"user_123"}'],
    organization,
  ),
  call(
    'create_organization',
    'with everything',
    {
      name: 'Example "Inc"',
      created_by: 'user_123',
      slug: 'example-inc',
      max_allowed_memberships: 0,
      public_metadata: { plan: 'team' },
      private_metadata: { invoice: 7 },
      created_at: '2026-01-31T12:00:00Z',
      role_set_key: 'role_set:default',
    },
    [
      'POST /organizations',
      '{"name":"Example \\"Inc\\"","created_by":"user_123","slug":"example-inc","max_allowed_memberships":0,' +
        '"public_metadata":{"plan":"team"},"private_metadata":{"invoice":7},"created_at":"2026-01-31T12:00:00Z",' +
        '"role_set_key":"role_set:default"}',
    ],
    { ...organization, role_set_key: null },
  ),
  call(
    'create_organization',
    'null in the place of what it has not',
    { name: 'Example Inc' },
    ['POST /organizations', '{"name":"Example Inc"}'],
    { ...organization, slug: null, created_by: null, last_active_at: null },
  ),
  unsent('create_organization', 'without a name', { created_by: 'user_123' }, '`name` is missing'),
  refused(
    'create_organization',
    'a slug that is taken',
    { name: 'Example Inc', slug: 'example-inc' },
    ['POST /organizations', '{"name":"Example Inc","slug":"example-inc"}'],
    422,
    {
      message: 'That slug is taken. Please try another.',
      long_message: 'That slug is taken. Please try another.',
      code: 'form_identifier_exists',
      meta: { param_name: 'slug' },
    },
    'invalid_argument',
  ),

  call('get_organization', 'by id', { organization_id: 'org_123' }, 'GET /organizations/org_123', organization),
  call(
    'get_organization',
    'by slug, with everything',
    {
      organization_id: 'example-inc',
      include_members_count: true,
      include_missing_member_with_elevated_permissions: false,
    },
    'GET /organizations/example-inc?include_members_count=true&include_missing_member_with_elevated_permissions=false',
    organization,
  ),
  refused(
    'get_organization',
    'unknown',
    { organization_id: 'org_404' },
    'GET /organizations/org_404',
    404,
    unknown,
    'not_found',
  ),
  unsent(
    'get_organization',
    'a step upwards',
    { organization_id: '..' },
    '`organization_id` must not be empty, "." or ".."',
  ),

  call(
    'update_organization',
    'with everything',
    {
      organization_id: 'org_123',
      name: 'New name',
      slug: 'new-name',
      max_allowed_memberships: 10,
      admin_delete_enabled: false,
      public_metadata: { plan: 'big' },
      private_metadata: { list: [true] },
      created_at: '2026-01-31T12:00:00Z',
      role_set_key: 'role_set:other',
    },
    [
      'PATCH /organizations/org_123',
      '{"name":"New name","slug":"new-name","max_allowed_memberships":10,"admin_delete_enabled":false,"public_metadata":{"plan":"big"},' +
        '"private_metadata":{"list":[true]},"created_at":"2026-01-31T12:00:00Z","role_set_key":"role_set:other"}',
    ],
    organization,
  ),
  call(
    'update_organization',
    'metadata emptied by an empty table, and by null',
    { organization_id: 'org_123', public_metadata: {}, private_metadata: null },
    ['PATCH /organizations/org_123', '{"public_metadata":{},"private_metadata":null}'],
    { ...organization, public_metadata: {}, private_metadata: {} },
  ),
  call(
    'update_organization',
    'only what is given, null where something goes',
    { organization_id: 'org_123', max_allowed_memberships: null },
    ['PATCH /organizations/org_123', '{"max_allowed_memberships":null}'],
    organization,
  ),

  call('delete_organization', 'one', { organization_id: 'org_123' }, 'DELETE /organizations/org_123', {
    object: 'organization',
    id: 'org_123',
    slug: 'example-inc',
    deleted: true,
  }),
  refused(
    'delete_organization',
    'one that is gone',
    { organization_id: 'a/b' },
    'DELETE /organizations/a%2Fb',
    404,
    unknown,
    'not_found',
  ),
]
