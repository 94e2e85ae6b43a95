// Who is calling: the deploy key in `Authorization: Convex <key>`.
// Source: crates/local_backend/src/authentication.rs and crates/keybroker/src/operations.rs of get-convex/convex-backend.
import { type VendorReply } from '../../contract/http.ts'
import { answerJson } from '../answer-json.ts'

/** What stands against a caller. One without a key may still call functions, and finds none of the system's. */
export interface Refusal {
  anonymous: boolean
  reply: VendorReply
}

/** Null for the right key. */
export function refuseCaller(header: string | undefined, { name, key }: { name: string; key: string }): Refusal | null {
  const refuse = (status: number, code: string, message: string): Refusal => ({
    anonymous: header === undefined,
    reply: answerJson(status, { code, message }),
  })
  if (header === undefined) {
    const advice = 'Double check that the environment this key was generated for matches the desired deployment.'
    return refuse(403, 'BadDeployKey', `The provided deploy key was invalid for deployment '${name}'. ${advice}`)
  }
  if (header.length < 7) return refuse(400, 'InvalidHeaderFailure', 'Invalid authentication header')
  const given = /^convex (.*)$/i.exec(header)?.[1]
  if (given !== undefined) {
    // `prod:` and the like only tell people what the key is for.
    const bare = (text: string) => text.replace(/^[a-z]+:(?=[^|]*\|)/, '')
    return bare(given) === bare(key)
      ? null
      : refuse(401, 'BadAdminKey', 'The provided admin key was invalid for this instance')
  }
  if (!/^bearer /i.test(header)) return refuse(400, 'InvalidAdminKey', 'Invalid admin key')
  const message = 'Could not parse as OIDC ID token. Token might not be an OIDC-compliant JWT.'
  return refuse(401, 'InvalidAuthHeader', message)
}
