// better-auth: sign-up, sign-in and sign-out with email and password. No plugins.
import { betterAuth } from 'better-auth'
import { APIError, isAPIError } from 'better-auth/api'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/node-postgres'
import { VISIBLE } from '../../src/contract/snippet.ts'
import { removeExpiredSessions } from '../db/queries/find-session-user.ts'
import { login, session, signInRate, user, verification } from '../db/schema/sign-in.ts'
import { type Pool } from '../db/pool.ts'
import { type Settings } from '../settings.ts'
import { type Secret } from '../vault/secret.ts'
import { COOKIE_PREFIX } from './session-cookie.ts'

export interface AuthParts {
  pool: Pool
  settings: Pick<Settings, 'signUp'>
  /** The address of this server and all others that a browser may show in Origin. */
  origins: { primary: string; trusted: string[] }
  secret: Secret
  /** Header in which our server put the client's address, after it removed what the client wrote there. */
  ipHeader: string
  /** For errors nobody expected. */
  reportError: (error: unknown) => void
}

/** Seconds. Looking a session up does not prolong it: one statement less for every call. */
const SESSION_SECONDS = 30 * 24 * 3600
const MAX_NAME = 100
/** https://www.rfc-editor.org/errata/eid1690 */
const MAX_EMAIL = 254
/** Attempts of one address, enough for an office behind one and too few to guess passwords. */
const ATTEMPTS = { window: 60, max: 20 }

export function createAuth({ pool, settings, origins, secret, ipHeader, reportError }: AuthParts) {
  const db = drizzle(pool)
  return betterAuth({
    baseURL: origins.primary,
    basePath: '/api/auth',
    // A bare address of this machine is not known beforehand; the guard before us has checked the host it names.
    trustedOrigins: (request) => [...origins.trusted, ...(request ? [new URL(request.url).origin] : [])],
    secret: secret.reveal(),
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user, session, login, verification, signInRate },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: settings.signUp === 'closed',
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    account: { modelName: 'login', encryptOAuthTokens: true },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'signInRate',
      customRules: { '/sign-in/*': ATTEMPTS, '/sign-up/*': ATTEMPTS, '/change-password': ATTEMPTS },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origins.primary.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ipHeader] },
    },
    telemetry: { enabled: false },
    // Its own log lines can carry what a user typed.
    logger: { disabled: true },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) reportError(error)
      },
    },
    databaseHooks: {
      user: { create: { before: checkNewUser } },
      // Nobody reads a session that has run out, so each sign-in takes the user's old ones away.
      session: { create: { after: ({ userId }) => removeExpiredSessions(db, userId, new Date()) } },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** PostgreSQL stores no NUL, a page shows the name on one line, and nobody has a picture here. */
function checkNewUser({ name, email, image }: { name: string; email: string; image?: unknown }): Promise<void> {
  const refuse = (message: string) => Promise.reject(new APIError('BAD_REQUEST', { message }))
  if (name.length > MAX_NAME || /\p{Cc}/u.test(name) || !VISIBLE.test(name)) {
    return refuse(`A name has 1 to ${MAX_NAME} characters that can be seen, and no line breaks.`)
  }
  if (email.length > MAX_EMAIL) return refuse(`An e-mail address has at most ${MAX_EMAIL} characters.`)
  return image === undefined || image === null ? Promise.resolve() : refuse('A user has no image here.')
}
