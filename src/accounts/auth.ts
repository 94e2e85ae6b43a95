// Signing in, up and out: better-auth's addresses, with its answers in our words.
import { z } from 'zod'
import { noteSignedIn } from '../look/signed-in.ts'

export interface Credentials {
  email: string
  password: string
}

export const LEAST_PASSWORD = 10

/** What went wrong, for people; null when it worked. */
export type AuthProblem = string | null

const Refusal = z.object({ code: z.string().optional() })

export function signIn(credentials: Credentials): Promise<AuthProblem> {
  return send('/api/auth/sign-in/email', credentials, true)
}

/** The name is not asked for: the part of the address before the @ stands for it. */
export function signUp(credentials: Credentials): Promise<AuthProblem> {
  const name = credentials.email.split('@')[0] ?? credentials.email
  return send('/api/auth/sign-up/email', { ...credentials, name }, true)
}

export function signOut(): Promise<AuthProblem> {
  return send('/api/auth/sign-out', {}, false)
}

async function send(path: string, body: object, signedInAfter: boolean): Promise<AuthProblem> {
  let response: Response
  try {
    const headers = { 'content-type': 'application/json' }
    response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  } catch {
    return 'The server did not answer. Check the connection, then try again.'
  }
  if (response.ok) {
    noteSignedIn(signedInAfter)
    return null
  }
  const refusal = Refusal.safeParse(await response.json().catch(() => null))
  return describeRefusal(response.status, refusal.data?.code, response.headers.get('x-retry-after'))
}

/** @param retryAfter seconds, as better-auth's header X-Retry-After has them */
export function describeRefusal(status: number, code = '', retryAfter: string | null = null): string {
  if (status === 429) {
    const wait = retryAfter && /^\d+$/.test(retryAfter) ? `Wait ${retryAfter} seconds` : 'Wait a minute'
    return `Too many tries from this network. ${wait}, then try again.`
  }
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return 'No account has this e-mail address and password. Check both, or create an account.'
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return 'This e-mail address has an account already. Sign in instead.'
    case 'EMAIL_PASSWORD_SIGN_UP_DISABLED':
      return 'This site takes no new accounts. Ask whoever hosts it.'
    case 'PASSWORD_TOO_SHORT':
      return `The password is too short: it needs at least ${String(LEAST_PASSWORD)} characters.`
    case 'PASSWORD_TOO_LONG':
      return 'The password is too long: it may have 128 characters.'
    case 'INVALID_EMAIL':
      return 'This is no e-mail address.'
    default:
      return status >= 500
        ? 'The server failed. Try again in a moment.'
        : `The server refused this (status ${String(status)}).`
  }
}
