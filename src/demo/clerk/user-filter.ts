// Which users a list or a count is about: the filters that both share.
import { passesSigned, readFlag, readInteger, readList, type SortKeys } from './query.ts'
import { type ClerkState, type User } from './state.ts'
import { readPrimary } from './user-view.ts'

/** What `order_by` may name. */
export const userKeys: SortKeys<User> = {
  created_at: (user) => user.created_at,
  updated_at: (user) => user.updated_at,
  email_address: (user) => readPrimary(user.email_addresses),
  web3wallet: () => null,
  first_name: (user) => user.first_name?.toLowerCase() ?? null,
  last_name: (user) => user.last_name?.toLowerCase() ?? null,
  phone_number: (user) => readPrimary(user.phone_numbers),
  username: (user) => user.username,
  last_active_at: (user) => user.last_active_at,
  last_sign_in_at: (user) => user.last_sign_in_at,
}

/** The users that pass every filter of the query. @throws ClerkRefusal 422 for a filter that is not as it must be */
export function filterUsers(state: ClerkState, query: URLSearchParams): User[] {
  const organizations = readList(query, 'organization_id')
  const banned = readFlag(query, 'banned')
  const matches = readIdentityFilters(query)
  const inTime = readTimeFilters(query)
  const isMember = (user: User) => (id: string) =>
    state.memberships.some((row) => row.organization_id === id && row.user_id === user.id)
  return state.users.filter(
    (user) =>
      passesSigned(organizations, isMember(user)) &&
      (banned === null || user.banned === banned) &&
      matches(user) &&
      inTime(user),
  )
}

/** The filters by who somebody is, which lists of members have as well. */
export function readIdentityFilters(query: URLSearchParams): (user: User) => boolean {
  const emails = readList(query, 'email_address')
  const phones = readList(query, 'phone_number')
  const usernames = readList(query, 'username')
  const externalIds = readList(query, 'external_id')
  const ids = readList(query, 'user_id')
  const wallets = readList(query, 'web3_wallet')
  // No user of the fake signs in with a wallet or through another provider.
  const nobody = wallets !== null || query.has('provider')
  return (user) =>
    !nobody &&
    hasAny(emails, emailsOf(user)) &&
    hasAny(phones, phonesOf(user)) &&
    hasAny(usernames, [user.username ?? '']) &&
    passesSigned(externalIds, (id) => user.external_id === id) &&
    passesSigned(ids, (id) => user.id === id) &&
    contains(query.get('query'), [...emailsOf(user), ...phonesOf(user), user.username, user.id, nameOf(user)]) &&
    contains(query.get('email_address_query'), emailsOf(user)) &&
    contains(query.get('phone_number_query'), phonesOf(user)) &&
    contains(query.get('username_query'), [user.username]) &&
    contains(query.get('name_query'), [nameOf(user)])
}

/** The filters by time; a time that is not set passes none of them. */
export function readTimeFilters(query: URLSearchParams): (user: User) => boolean {
  const bounds = (['created_at', 'last_active_at', 'last_sign_in_at'] as const).map((field) => ({
    field,
    before: readInteger(query, `${field}_before`),
    after: readInteger(query, `${field}_after`) ?? readInteger(query, `${field}_since`),
  }))
  return (user) =>
    bounds.every(({ field, before, after }) => {
      const time = user[field]
      if (before === null && after === null) return true
      return time !== null && (before === null || time < before) && (after === null || time > after)
    })
}

const emailsOf = (user: User) => user.email_addresses.map(({ value }) => value)
const phonesOf = (user: User) => user.phone_numbers.map(({ value }) => value)
const nameOf = (user: User) => [user.first_name, user.last_name].filter(Boolean).join(' ')

function hasAny(wanted: string[] | null, own: string[]): boolean {
  return !wanted || wanted.some((value) => own.some((other) => other.toLowerCase() === value.toLowerCase()))
}

function contains(part: string | null, texts: readonly (string | null)[]): boolean {
  return !part || texts.some((text) => text?.toLowerCase().includes(part.toLowerCase()))
}
