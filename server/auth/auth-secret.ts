// The secret that signs session cookies: derived from the newest master key, so that there is no second key to keep.
import { hkdfSync } from 'node:crypto'
import { Secret } from '../vault/secret.ts'

/**
 * HKDF (RFC 5869) with a label of its own: the secret says nothing about the master key or what the vault makes of it.
 * A new master key in front signs everyone out once.
 *
 * @param masterKeys newest first; `reveal()` answers base64
 */
export function deriveAuthSecret(masterKeys: readonly { key: { reveal(): string } }[]): Secret {
  const [newest] = masterKeys
  if (!newest) throw new Error('There is no master key to derive the session secret from.')
  const bytes = hkdfSync('sha256', Buffer.from(newest.key.reveal(), 'base64'), '', 'kosmo session cookies', 32)
  return new Secret(Buffer.from(bytes).toString('base64url'))
}
