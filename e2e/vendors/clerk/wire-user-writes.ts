// Making and changing users on the wire: https://clerk.com/docs/reference/backend-api/tag/users
import { type WireCase } from '../wire-case.ts'
import { call, positional, refused, unsent } from './wire-form.ts'
import { plainUser, user } from './wire-user-reply.ts'

const everyone = {
  first_name: 'Alex',
  last_name: 'Rivera',
  username: 'alex',
  external_id: 'crm-7',
  locale: 'en-US',
  password: 'correct horse "battery"',
  password_digest: '$2a$10$abc',
  password_hasher: 'bcrypt',
  skip_password_checks: true,
  totp_secret: 'JBSWY3DPEHPK3PXP',
  backup_codes: ['a1b2', 'c3d4'],
  public_metadata: { deep: { yes: true }, plan: 'pro', seats: [1, 2] },
  private_metadata: { stripe: 'cus_1' },
  unsafe_metadata: { theme: 'dark' },
  delete_self_enabled: false,
  create_organization_enabled: true,
  create_organizations_limit: 0,
  legal_accepted_at: '2012-10-20T07:15:20.902Z',
  skip_legal_checks: false,
  created_at: '2012-10-20T09:15:20+02:00',
  bypass_client_trust: true,
}

export const userWrites: WireCase[] = [
  call(
    'create_user',
    'with everything, in lists',
    {
      email_address: ['alex@example.com', 'a.rivera@example.org'],
      email_address_identification_status: ['verified', 'reserved'],
      phone_number: ['+15555550100', '+15555550101'],
      phone_number_identification_status: ['reserved', 'verified'],
      web3_wallet: ['0x1'],
      skip_password_requirement: false,
      skip_user_requirement: false,
      banned: true,
      locked: false,
      ...everyone,
    },
    [
      'POST /users',
      '{"email_address":["alex@example.com","a.rivera@example.org"],"first_name":"Alex","last_name":"Rivera",' +
        '"password":"correct horse \\"battery\\"","username":"alex","external_id":"crm-7","locale":"en-US",' +
        '"email_address_identification_status":["verified","reserved"],"phone_number":["+15555550100","+15555550101"],' +
        '"phone_number_identification_status":["reserved","verified"],"web3_wallet":["0x1"],"password_digest":"$2a$10$abc",' +
        '"password_hasher":"bcrypt","skip_password_checks":true,"skip_password_requirement":false,"totp_secret":"JBSWY3DPEHPK3PXP",' +
        '"backup_codes":["a1b2","c3d4"],"public_metadata":{"deep":{"yes":true},"plan":"pro","seats":[1,2]},' +
        '"private_metadata":{"stripe":"cus_1"},"unsafe_metadata":{"theme":"dark"},"delete_self_enabled":false,' +
        '"legal_accepted_at":"2012-10-20T07:15:20.902Z","skip_legal_checks":false,"skip_user_requirement":false,' +
        '"create_organization_enabled":true,"create_organizations_limit":0,"created_at":"2012-10-20T09:15:20+02:00",' +
        '"bypass_client_trust":true,"banned":true,"locked":false}',
    ],
    user,
  ),
  call(
    'create_user',
    'single values become lists',
    { email_address: 'a@example.com', phone_number: '+15555550100', web3_wallet: '0x1' },
    ['POST /users', '{"email_address":["a@example.com"],"phone_number":["+15555550100"],"web3_wallet":["0x1"]}'],
    user,
  ),
  positional(
    call(
      'create_user',
      'names',
      { email_address: 'a@example.com', first_name: 'Ö', last_name: '' },
      ['POST /users', '{"email_address":["a@example.com"],"first_name":"Ö","last_name":""}'],
      user,
    ),
    '("a@example.com", "Ö", "")',
  ),
  call('create_user', 'nothing, where the instance allows it', {}, ['POST /users', '{}'], plainUser),
  unsent('create_user', 'no address in the list', { email_address: [] }, '`email_address` must not be empty'),
  unsent(
    'create_user',
    'a date that is none',
    { created_at: 'yesterday' },
    '`created_at` must be a time like 2026-01-31T12:00:00Z',
  ),
  refused(
    'create_user',
    'an address that is taken',
    { email_address: 'alex@example.com' },
    ['POST /users', '{"email_address":["alex@example.com"]}'],
    422,
    {
      message: 'That email address is taken. Please try another.',
      long_message: 'That email address is taken. Please try another.',
      code: 'form_identifier_exists',
      meta: { param_name: 'email_address' },
    },
    'invalid_argument',
  ),

  call(
    'update_user',
    'with everything',
    {
      id: 'user_123',
      primary_email_address_id: 'idn_1',
      notify_primary_email_address_changed: true,
      primary_phone_number_id: 'idn_2',
      primary_web3_wallet_id: 'idn_3',
      profile_image_id: 'img_1',
      sign_out_of_other_sessions: true,
      ...everyone,
    },
    [
      'PATCH /users/user_123',
      '{"first_name":"Alex","last_name":"Rivera","username":"alex","external_id":"crm-7","locale":"en-US",' +
        '"primary_email_address_id":"idn_1","notify_primary_email_address_changed":true,"primary_phone_number_id":"idn_2",' +
        '"primary_web3_wallet_id":"idn_3","profile_image_id":"img_1","password":"correct horse \\"battery\\"",' +
        '"password_digest":"$2a$10$abc","password_hasher":"bcrypt","skip_password_checks":true,"sign_out_of_other_sessions":true,' +
        '"totp_secret":"JBSWY3DPEHPK3PXP","backup_codes":["a1b2","c3d4"],' +
        '"public_metadata":{"deep":{"yes":true},"plan":"pro","seats":[1,2]},"private_metadata":{"stripe":"cus_1"},' +
        '"unsafe_metadata":{"theme":"dark"},"delete_self_enabled":false,"create_organization_enabled":true,' +
        '"legal_accepted_at":"2012-10-20T07:15:20.902Z","skip_legal_checks":false,"create_organizations_limit":0,' +
        '"created_at":"2012-10-20T09:15:20+02:00","bypass_client_trust":true}',
    ],
    user,
  ),
  call(
    'update_user',
    'only what is given, null where something goes',
    { id: 'a b', first_name: 'Sam', last_name: null, username: null },
    ['PATCH /users/a%20b', '{"first_name":"Sam","last_name":null,"username":null}'],
    plainUser,
  ),
  call(
    'update_user',
    'another password alone',
    { id: 'user_123', password: 'correct horse battery' },
    ['PATCH /users/user_123', '{"password":"correct horse battery"}'],
    plainUser,
  ),
  refused(
    'update_user',
    'a change that came between',
    { id: 'user_123', username: 'sam' },
    ['PATCH /users/user_123', '{"username":"sam"}'],
    409,
    { message: 'conflict', long_message: 'Another request is updating this user.', code: 'conflict' },
    'conflict',
  ),
]
