// The bodies of creating and updating a user, and what is checked of them beyond their types.
import { type Field, type Form } from './body.ts'
import { describeProblem, parameterProblems as problems, type Problem } from './problem.ts'
import { type ClerkState, type Fields, type User } from './state.ts'

const text: Field = { type: 'string', nullable: true }
const name: Field = { ...text, maxLength: 256 }
const flag: Field = { type: 'boolean', nullable: true }
const count: Field = { type: 'integer', nullable: true, min: 0 }
const time: Field = { ...text, format: 'time' }
const texts: Field = { type: 'array' }
const statuses: Field = { type: 'array', choices: ['verified', 'reserved'] }

const shared: Record<string, Field> = {
  external_id: text,
  first_name: name,
  last_name: name,
  locale: text,
  username: text,
  password: text,
  password_digest: text,
  password_hasher: { type: 'string' },
  skip_password_checks: flag,
  totp_secret: text,
  backup_codes: texts,
  delete_self_enabled: flag,
  legal_accepted_at: time,
  skip_legal_checks: flag,
  create_organization_enabled: flag,
  create_organizations_limit: count,
  created_at: time,
  bypass_client_trust: flag,
}

export const createUserForm: Form = {
  strict: true,
  fields: {
    ...shared,
    email_address: { type: 'array', format: 'email' },
    email_address_identification_status: statuses,
    phone_number: { type: 'array', format: 'phone' },
    phone_number_identification_status: statuses,
    web3_wallet: texts,
    skip_password_requirement: flag,
    skip_user_requirement: flag,
    public_metadata: { type: 'object' },
    private_metadata: { type: 'object' },
    unsafe_metadata: { type: 'object' },
    banned: flag,
    locked: flag,
  },
}

/** Metadata left this body with the version of May 2026; it has routes of its own. */
export const updateUserForm: Form = {
  strict: true,
  fields: {
    ...shared,
    primary_email_address_id: text,
    notify_primary_email_address_changed: flag,
    primary_phone_number_id: text,
    primary_web3_wallet_id: text,
    profile_image_id: text,
    sign_out_of_other_sessions: flag,
    public_metadata: { type: 'object', nullable: true },
    private_metadata: { type: 'object', nullable: true },
    unsafe_metadata: { type: 'object', nullable: true },
  },
}

// The first ones of every list of stolen passwords; the vendor asks a service that knows millions.
const STOLEN = ['password', 'password1', 'password123', '12345678', '123456789', 'qwertyuiop']

/** What is wrong with the password and the user name of a body. */
export function checkSignIn(body: Fields): Problem[] {
  const { password, username, skip_password_checks: skips } = body
  const about = (param_name: string, code: string, message: string) =>
    describeProblem(code, message, message, { param_name })
  const found: Problem[] = []
  if (typeof password === 'string' && !skips) {
    if (password.length < 8) {
      found.push(about('password', 'form_password_length_too_short', 'Passwords must be 8 characters or more.'))
    } else if (STOLEN.includes(password.toLowerCase())) {
      const message =
        'Password has been found in an online data breach. For account safety, please use a different password.'
      found.push(about('password', 'form_password_pwned', message))
    }
  }
  if (typeof username === 'string' && username) {
    if (username.length < 4 || username.length > 64) {
      const message = 'Username must be between 4 and 64 characters long.'
      found.push(about('username', 'form_username_invalid_length', message))
    } else if (!/^[\w-]+$/.test(username)) {
      const message = "Username can only contain letters, numbers and '_' or '-'."
      found.push(about('username', 'form_username_invalid_character', message))
    }
  }
  return found
}

/** Which identifiers of a body another user has already, or the body has twice. */
export function checkUnique({ users }: ClerkState, body: Fields, self?: User): Problem[] {
  const others = users.filter((user) => user !== self)
  const emails = new Set(others.flatMap((user) => user.email_addresses.map(({ value }) => value.toLowerCase())))
  const phones = new Set(others.flatMap((user) => user.phone_numbers.map(({ value }) => value)))
  return [
    ...checkList('email_address', lowerAll(body['email_address']), emails),
    ...checkList('phone_number', lowerAll(body['phone_number']), phones),
    ...checkList('username', lowerAll(body['username']), new Set(others.map((user) => user.username ?? ''))),
    ...checkList('external_id', listOf(body['external_id']), new Set(others.map((user) => user.external_id ?? ''))),
  ]
}

function checkList(field: string, values: string[], taken: ReadonlySet<string>): Problem[] {
  if (values.some((value) => taken.has(value))) return [problems.taken(field)]
  return new Set(values).size < values.length ? [problems.duplicate(field)] : []
}

const listOf = (value: Fields[string] | undefined): string[] =>
  Array.isArray(value) ? (value as string[]) : typeof value === 'string' && value ? [value] : []
const lowerAll = (value: Fields[string] | undefined) => listOf(value).map((item) => item.toLowerCase())
