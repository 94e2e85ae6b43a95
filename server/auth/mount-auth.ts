// Which of better-auth's addresses exist here: the ones that this product uses.
import { type Hono } from 'hono'
import { type HttpEnvironment } from '../http/environment.ts'
import { type Auth } from './create-auth.ts'

const ADDRESSES: [method: 'GET' | 'POST', path: string][] = [
  ['POST', '/api/auth/sign-up/email'],
  ['POST', '/api/auth/sign-in/email'],
  ['POST', '/api/auth/sign-out'],
  ['POST', '/api/auth/change-password'],
  ['GET', '/api/auth/get-session'],
]

/** Everything else under /api/auth stays unknown: password reset and e-mail verification need mail that cannot be sent. */
export function mountAuth(app: Hono<HttpEnvironment>, auth: Auth): void {
  for (const [method, path] of ADDRESSES) app.on(method, path, (c) => auth.handler(c.req.raw))
}
