// A place that seems to hold a credential, and what made it seem so.

/**
 * - `vendor_key`: the pattern of an integration's definition
 * - `private_key`, `jwt`: a PEM or DER private key, a JSON Web Token
 * - `token`: the known form of some other service's key
 * - `header`: the value of an Authorization header
 * - `url_password`: an address with a password in it
 * - `random`: a long random string
 */
export type SecretKind = 'vendor_key' | 'private_key' | 'jwt' | 'token' | 'header' | 'url_password' | 'random'

/** A place in a text, by offsets in UTF-16 units. */
export interface SecretSpan {
  start: number
  end: number
  kind: SecretKind
}
