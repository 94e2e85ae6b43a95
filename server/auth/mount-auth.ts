// Which of better-auth's addresses exist here: the ones that this product uses.
import { type Hono } from 'hono'
import { type HttpEnvironment } from '../http/environment.ts'
import { type Auth } from './create-auth.ts'

const ADDRESSES = ['/sign-up/email', '/sign-in/email', '/sign-out', '/change-password']

/**
 * Everything else under /api/auth stays unknown: password reset and e-mail verification need mail that cannot be sent,
 * and who is signed in is told by `session.get`.
 */
export function mountAuth(app: Hono<HttpEnvironment>, auth: Auth): void {
  for (const address of ADDRESSES) {
    app.post(`/api/auth${address}`, async (c) => dropToken(await auth.handler(c.req.raw)))
  }
}

/** The session token travels in the cookie, which scripts cannot read, and not in the body, which they can. */
async function dropToken(response: Response): Promise<Response> {
  const body: unknown = response.ok ? await response.clone().json() : null
  if (typeof body !== 'object' || body === null || !('token' in body)) return response
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'token'))
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return new Response(JSON.stringify(rest), { status: response.status, headers })
}
