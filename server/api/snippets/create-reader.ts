// Reads snippets for requests that come by an address and a cookie alone.
import { drizzle } from 'drizzle-orm/node-postgres'
import { deriveAuthSecret } from '../../auth/auth-secret.ts'
import { nameSessionCookie, readSessionToken } from '../../auth/session-cookie.ts'
import { findSessionUser } from '../../db/queries/find-session-user.ts'
import { readSnippet } from '../../db/queries/snippets.ts'
import { type ReadSnippet } from '../../http/serve-snippet.ts'
import { type MountParts } from '../mount.ts'

type ReaderParts = Pick<MountParts, 'pool' | 'clock' | 'origins' | 'masterKeys'>

/** The session counts as in the API: looked up each time, so that signing out works at once. */
export function createSnippetReader({ pool, clock, origins, masterKeys }: ReaderParts): ReadSnippet {
  const db = drizzle(pool)
  const secret = deriveAuthSecret(masterKeys)
  const cookie = nameSessionCookie(origins.primary.startsWith('https:'))
  return async (header, id, version) => {
    const token = readSessionToken(header, cookie, secret)
    const reader = token === null ? null : await findSessionUser(db, token, clock())
    return readSnippet(db, reader?.id ?? null, id, version)
  }
}
