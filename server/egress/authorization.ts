// The Authorization header of a request: the one place where a plain credential becomes text that leaves.
import { CallFailure } from '../../src/contract/errors.ts'
import { type Auth } from '../../src/contract/http.ts'
import { type Credentials } from './egress.ts'

// What a bearer token may be made of: visible ASCII, spaces inside. Anything else would be sent as other
// bytes than were typed, or would end the header early. https://www.rfc-editor.org/rfc/rfc6750#section-2.1
const TOKEN = /^[\x20-\x7e]+$/
// Control characters are forbidden in both parts. https://www.rfc-editor.org/rfc/rfc7617#section-2
const CONTROL = /[\x00-\x1f\x7f]/

/**
 * Builds the header value that `auth` asks for.
 *
 * @throws CallFailure `missing_credentials` when a field is missing or cannot be sent; it names the field, never the value
 */
export function buildAuthorization(auth: Auth, credentials: Credentials): string {
  if (auth.kind === 'bearer') {
    const token = revealField(auth.field, credentials)
    if (!TOKEN.test(token)) throw refuse(auth.field, 'holds a line break or another character that no key has')
    return `${auth.prefix ?? 'Bearer'} ${token}`
  }
  const username = revealField(auth.username, credentials)
  const password = revealField(auth.password, credentials)
  if (CONTROL.test(username)) throw refuse(auth.username, 'holds a line break or another control character')
  if (CONTROL.test(password)) throw refuse(auth.password, 'holds a line break or another control character')
  if (username.includes(':')) throw refuse(auth.username, 'holds a colon, which would cut it short')
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

function revealField(field: string, credentials: Credentials): string {
  const value = Object.hasOwn(credentials, field) ? credentials[field]?.reveal() : undefined
  if (!value) throw refuse(field, 'is not filled in')
  return value
}

function refuse(field: string, problem: string): CallFailure {
  return new CallFailure('missing_credentials', `The field ${field} of the account ${problem}.`, {
    hint: 'Enter the value again under Accounts.',
  })
}
