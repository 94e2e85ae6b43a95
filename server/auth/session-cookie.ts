// The session token of a request: from better-auth's cookie, when its signature is ours.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Secret } from '../vault/secret.ts'

export const COOKIE_PREFIX = 'kosmo'

/** Name of the session cookie; browsers take a `__Secure-` cookie over https only. */
export function nameSessionCookie(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
}

/**
 * Reads `<token>.<signature>`, the signature being HMAC-SHA-256 of the token in base64, both percent-encoded.
 * Whether the session still exists is for the database to say.
 *
 * @param header the Cookie header
 * @returns the token, or null when there is none that we signed
 */
export function readSessionToken(header: string | undefined, name: string, secret: Secret): string | null {
  const value = findCookie(header ?? '', name)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret.reveal()).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/** The first cookie of a name, as a browser that has several sends the most specific one first. */
function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, ...rest] = pair.split('=')
    if (key?.trim() !== name) continue
    try {
      return decodeURIComponent(rest.join('=').trim())
    } catch {
      return null
    }
  }
  return null
}
