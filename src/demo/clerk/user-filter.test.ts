import { describe, expect, test } from 'vitest'
import { DEMO_CLOCK } from '../vendor.ts'
import { type Json, openSession } from './testing/open-session.ts'

const HOUR = 3_600_000
const firstNames = (rows: Json[]) => rows.map((row) => row['first_name'])

describe('lists of users', () => {
  test.each<[string, unknown[]]>([
    ['limit=3', ['Zoë', null, 'Luca']],
    ['limit=2&offset=1', [null, 'Luca']],
    ['limit=2&order_by=%2Bcreated_at', ['Ines', 'Tomas']],
    ['limit=2&order_by=created_at', ['Ines', 'Tomas']],
    ['limit=2&order_by=-first_name', ['Zoë', 'Tomas']],
    ['limit=2&order_by=first_name&order_by=-created_at', [null, 'Alex']],
    ['order_by=email_address&limit=1', ['Alexandra']],
    ['query=ALEX', ['Alexandra', 'Alex']],
    ['query=raman%40x', []],
    ['query=priya.raman%40', ['Priya']],
    [
      'email_address=SAM.okafor%40example.com&email_address=hana.sato%40example.com&email_address=x%40y.z',
      ['Sam', 'Hana'],
    ],
    ['phone_number=%2B12025550123', ['Alex']],
    ['username=hana&username=none', ['Hana']],
    ['external_id=crm-1001', ['Alex']],
    ['user_id=%2Buser_123&user_id=user_2abc123', ['Sam', 'Alex']],
    ['user_id=-user_123&query=alex', ['Alexandra']],
    ['organization_id=org_123', ['Luca', 'Sam', 'Priya']],
    ['organization_id=org_123&organization_id=-org_123', []],
    ['banned=true', ['Ines']],
    ['email_address_query=NOVAK', ['Alexandra']],
    ['phone_number_query=0178', ['Hana']],
    ['username_query=zoe', ['Zoë']],
    ['name_query=alex%20riv', ['Alex']],
    [`created_at_after=${DEMO_CLOCK - 30 * 24 * HOUR}`, ['Zoë', null]],
    [`created_at_before=${DEMO_CLOCK - 380 * 24 * HOUR}`, ['Tomas', 'Ines']],
    [`last_active_at_before=${DEMO_CLOCK - 200 * 24 * HOUR}`, ['Ines']],
    [`last_sign_in_at_after=${DEMO_CLOCK - HOUR}`, ['Alex']],
    ['starting_after=user_123&limit=1', ['Olga']],
    ['provider=oauth_google&provider_user_id=1', []],
    ['unknown_parameter=1&limit=1', ['Zoë']],
  ])('%s', (query, names) => {
    const { get } = openSession()
    expect(firstNames(get('GET', `/users?${query}`))).toEqual(names)
    const filters = query.replaceAll(/&?(limit|offset|order_by|starting_after)=[^&]*/g, '').replace(/^&/, '')
    if (filters === query) expect(get('GET', `/users/count?${query}`)).toMatchObject({ total_count: names.length })
  })

  test('ten by default, 500 at most', () => {
    const { get } = openSession()
    expect(get('GET', '/users')).toHaveLength(10)
    expect(get('GET', '/users?limit=500')).toHaveLength(12)
  })

  test.each<[string, unknown[]]>([
    ['limit=0', [422, ['form_param_value_invalid', 'limit']]],
    ['limit=501', [422, ['form_param_value_invalid', 'limit']]],
    ['limit=ten', [422, ['form_param_type_invalid', 'limit']]],
    ['offset=-1', [422, ['form_param_value_invalid', 'offset']]],
    ['order_by=height', [422, ['form_param_value_invalid', 'order_by']]],
    // An unescaped plus is a space.
    ['order_by=+created_at', [422, ['form_param_value_invalid', 'order_by']]],
    ['banned=yes', [422, ['form_param_type_invalid', 'banned']]],
    ['created_at_after=2024-01-01', [422, ['form_param_type_invalid', 'created_at_after']]],
    ['starting_after=nobody', [422, ['form_param_value_invalid', 'starting_after']]],
    ['starting_after=user_123&offset=1', [422, ['form_param_value_invalid', 'starting_after']]],
    ['starting_after=user_123&order_by=username', [422, ['form_param_value_invalid', 'starting_after']]],
    [
      Array.from({ length: 101 }, (_, at) => `user_id=${at}`).join('&'),
      [422, ['form_param_array_size_exceeded', 'user_id']],
    ],
  ])('refuse %s', (query, expected) => {
    expect(openSession().refused('GET', `/users?${query}`)).toEqual(expected)
  })
})
