// The routes of users: reading and writing them.
// Vendor documentation: https://clerk.com/docs/reference/backend-api/tag/users
import { type Value } from '../../contract/value.ts'
import { findUser, type RouteContext } from './context.ts'
import { makeId } from './ids.ts'
import { mergeMetadata, readMetadata, replaceMetadata } from './metadata.ts'
import { ClerkRefusal, describeProblem, parameterProblems as problems } from './problem.ts'
import { cutPage, readInteger, sortRows } from './query.ts'
import { type ClerkState, type Contact, type Fields, type User } from './state.ts'
import { filterUsers, userKeys } from './user-filter.ts'
import { checkSignIn, checkUnique } from './user-form.ts'
import { LOCK_MS } from './user-states.ts'
import { showUser } from './user-view.ts'

export function listUsers({ state, query, now }: RouteContext): Value {
  const rows = sortRows(filterUsers(state, query), query, userKeys)
  return cutPage(skipTo(rows, query), query).map((user) => showUser(user, now))
}

/** The rows after the one that `starting_after` names. */
function skipTo(rows: User[], query: URLSearchParams): User[] {
  const last = query.get('starting_after')
  if (last === null) return rows
  const isByCreation = /^[+-]?created_at$/.test(query.get('order_by') ?? 'created_at')
  const place = rows.findIndex(({ id }) => id === last)
  if (!isByCreation || place < 0 || readInteger(query, 'offset', 0)) {
    throw new ClerkRefusal(422, problems.invalid('starting_after'))
  }
  return rows.slice(place + 1)
}

export function countUsers({ state, query }: RouteContext): Value {
  return { object: 'total_count', total_count: filterUsers(state, query).length }
}

export function getUser({ state, params, now }: RouteContext): Value {
  return showUser(findUser(state, params['user_id']!), now)
}

export function createUser({ state, body, now }: RouteContext): Value {
  const found = [...checkSignIn(body), ...checkUnique(state, body)]
  const emails = readContacts(state, body, 'email_address', 'idn', now)
  const phones = readContacts(state, body, 'phone_number', 'idn', now)
  // The instance of the fake asks for an email address and for nothing else.
  if (!emails.length && !body['skip_user_requirement']) {
    const long = '["email_address"] data doesn\'t match user requirements set for this instance'
    found.push(describeProblem('form_data_missing', 'missing data', long, { param_names: ['email_address'] }))
  }
  if (found.length) throw new ClerkRefusal(422, ...found)
  const user: User = {
    id: makeId(state, 'user'),
    external_id: null,
    first_name: null,
    last_name: null,
    username: null,
    locale: null,
    email_addresses: emails,
    phone_numbers: phones,
    primary_email_address_id: emails[0]?.id ?? null,
    primary_phone_number_id: phones[0]?.id ?? null,
    public_metadata: readMetadata(body, 'public_metadata'),
    private_metadata: readMetadata(body, 'private_metadata'),
    unsafe_metadata: readMetadata(body, 'unsafe_metadata'),
    password_enabled: false,
    password_last_updated_at: null,
    totp_enabled: false,
    backup_code_enabled: false,
    banned: body['banned'] === true,
    locked_until: body['locked'] === true ? now + LOCK_MS : null,
    delete_self_enabled: true,
    create_organization_enabled: true,
    create_organizations_limit: null,
    bypass_client_trust: false,
    legal_accepted_at: null,
    last_sign_in_at: null,
    last_active_at: null,
    created_at: now,
    updated_at: now,
  }
  writeProfile(user, body, now)
  state.users.push(user)
  return showUser(user, now)
}

/** The email addresses or phone numbers of a body as rows, each verified unless the body says that it is reserved. */
function readContacts(
  state: ClerkState,
  body: Fields,
  field: 'email_address' | 'phone_number',
  prefix: string,
  created_at: number,
): Contact[] {
  const values = (body[field] ?? []) as string[]
  const statuses = (body[`${field}_identification_status`] ?? []) as string[]
  if (statuses.length && statuses.length !== values.length) {
    throw new ClerkRefusal(422, problems.invalid(`${field}_identification_status`))
  }
  return values.map((value, place) => ({
    id: makeId(state, prefix),
    value: value.toLowerCase(),
    verified: statuses[place] !== 'reserved',
    created_at,
  }))
}

export function updateUser({ state, params, body, now }: RouteContext): Value {
  const user = findUser(state, params['user_id']!)
  const found = [...checkSignIn(body), ...checkUnique(state, body, user)]
  for (const [field, list] of [
    ['primary_email_address_id', user.email_addresses],
    ['primary_phone_number_id', user.phone_numbers],
  ] as const) {
    const id = body[field]
    if (typeof id !== 'string') continue
    if (list.some((row) => row.id === id && row.verified)) user[field] = id
    else found.push(problems.missingResource(field))
  }
  if (found.length) throw new ClerkRefusal(422, ...found)
  writeProfile(user, body, now)
  replaceMetadata(user, body)
  if (body['password'] && body['sign_out_of_other_sessions']) {
    for (const session of state.sessions) if (session.user_id === user.id) session.status = 'revoked'
  }
  user.updated_at = now
  return showUser(user, now)
}

/** Puts the fields that creating and updating share into a row. */
function writeProfile(user: User, body: Fields, now: number): void {
  const has = (name: string) => Object.hasOwn(body, name)
  for (const name of ['external_id', 'first_name', 'last_name', 'locale'] as const) {
    if (has(name)) user[name] = body[name] as string | null
  }
  // An empty user name removes it, as null does.
  if (has('username')) user.username = (body['username'] as string | null)?.toLowerCase() || null
  for (const name of ['delete_self_enabled', 'create_organization_enabled', 'bypass_client_trust'] as const) {
    if (typeof body[name] === 'boolean') user[name] = body[name]
  }
  for (const name of ['legal_accepted_at', 'created_at'] as const) {
    if (typeof body[name] === 'string') user[name] = Date.parse(body[name])
  }
  if (has('create_organizations_limit')) user.create_organizations_limit = body['create_organizations_limit'] as number
  if (body['password'] || body['password_digest']) {
    user.password_enabled = true
    user.password_last_updated_at = now
  }
  if (body['totp_secret']) user.totp_enabled = true
  if (Array.isArray(body['backup_codes']) && body['backup_codes'].length) user.backup_code_enabled = true
}

export function mergeUserMetadata({ state, params, body, now }: RouteContext): Value {
  const user = findUser(state, params['user_id']!)
  mergeMetadata(user, body)
  user.updated_at = now
  return showUser(user, now)
}

export function replaceUserMetadata({ state, params, body, now }: RouteContext): Value {
  const user = findUser(state, params['user_id']!)
  replaceMetadata(user, body)
  user.updated_at = now
  return showUser(user, now)
}
