// Every spelling that the original page prints of Clerk's functions resolves to the function that it means.
import { expect, test } from 'vitest'
import { catalogCounts } from '../../../src/catalog/counts.ts'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { operationOf } from '../../../src/contract/effect.ts'
import { spellFunction } from '../../../src/contract/names.ts'

const { namespaces, functions } = loadCatalog().integrations['clerk']!

/** The page's table of functions by hand: name, long name, operation; and our name where it is another. */
const table: [name: string, long: string, operation: 'read' | 'write', ours?: string][] = [
  ['api_get', 'clerk_api_get', 'read'],
  ['api_post', 'clerk_api_post', 'write'],
  ['api_patch', 'clerk_api_patch', 'write'],
  ['api_delete', 'clerk_api_delete', 'write'],
  ['list_users', 'clerk_list_users', 'read'],
  ['count_users', 'clerk_count_users', 'read'],
  ['get_user', 'clerk_get_user', 'read'],
  ['create_user', 'clerk_create_user', 'write'],
  ['update_user', 'clerk_update_user', 'write'],
  ['delete_user', 'clerk_delete_user', 'write'],
  ['ban_user', 'clerk_ban_user', 'write'],
  ['unban_user', 'clerk_unban_user', 'write'],
  ['lock_user', 'clerk_lock_user', 'write'],
  ['unlock_user', 'clerk_unlock_user', 'write'],
  ['list_sessions', 'clerk_list_sessions', 'read'],
  ['get_session', 'clerk_get_session', 'read'],
  ['revoke_session', 'clerk_revoke_session', 'write'],
  ['list_organizations', 'clerk_list_organizations', 'read'],
  ['create_organization', 'clerk_create_organization', 'write'],
  ['get_organization', 'clerk_get_organization', 'read'],
  ['update_organization', 'clerk_update_organization', 'write'],
  ['delete_organization', 'clerk_delete_organization', 'write'],
  ['list_organization_memberships', 'clerk_list_organization_memberships', 'read'],
  ['create_organization_membership', 'clerk_create_organization_membership', 'write'],
  ['update_organization_membership', 'clerk_update_organization_membership', 'write'],
  ['delete_organization_membership', 'clerk_delete_organization_membership', 'write'],
  ['list_organization_invitations', 'clerk_list_organization_invitations', 'read'],
  ['create_organization_invitation', 'clerk_create_organization_invitation', 'write'],
  ['revoke_organization_invitation', 'clerk_revoke_organization_invitation', 'write'],
  ['list_invitations', 'clerk_list_invitations', 'read'],
  ['create_invitation', 'clerk_create_invitation', 'write'],
  ['revoke_invitation', 'clerk_revoke_invitation', 'write'],
  ['create_sign_token', 'clerk_create_sign_in_token', 'write', 'create_sign_in_token'],
  ['revoke_sign_token', 'clerk_revoke_sign_in_token', 'write', 'revoke_sign_in_token'],
  ['health_check', 'clerk_get_current_user', 'read', 'get_current_user'],
]

function resolve(spelling: string): string[] {
  return functions.filter((fn) => spellFunction(namespaces, fn).includes(spelling)).map(({ name }) => name)
}

test.each(table)('%s and %s are one %s function', (name, long, operation, ours = name) => {
  expect([resolve(name), resolve(long), resolve(ours)]).toEqual([[ours], [ours], [ours]])
  expect(operationOf(functions.find((fn) => fn.name === ours)!.effect)).toBe(operation)
})

test('the page has these functions and no others, in this order, and counts them as ours are counted', () => {
  expect(functions.map(({ name }) => name)).toEqual(table.map(([name, , , ours]) => ours ?? name))
  const reads = table.filter(([, , operation]) => operation === 'read').length
  expect(catalogCounts(functions)).toEqual({ functions: 35, read: reads, write: 35 - reads, destructive: 8 })
})

/** Names of arguments that the page prints, with the types that it gives. */
test.each([
  ['list_users', ['limit', 'offset', 'email_address', 'phone_number', 'query', 'order_by']],
  ['get_user', ['id']],
  ['create_user', ['email_address', 'first_name', 'last_name', 'password', 'username']],
  ['update_user', ['id', 'first_name', 'last_name', 'username']],
  ['delete_user', ['id']],
  ['list_organizations', ['limit', 'offset', 'query']],
])('%s keeps the arguments of the page, in their order', (name, names) => {
  const properties = Object.keys(functions.find((fn) => fn.name === name)!.input.properties!)
  expect(properties.slice(0, names.length)).toEqual(names)
})
