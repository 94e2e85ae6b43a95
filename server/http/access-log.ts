// One line of JSON for a request, made of a closed list of fields: no header, query, body or argument gets in.
import { type MiddlewareHandler } from 'hono'
import { type HttpEnvironment } from './environment.ts'

export interface AccessLine {
  time: string
  request: string
  method: string
  /** The kind of address, see `nameRoute`; never the address itself. */
  route: string
  status: number
  /** Milliseconds until the headers of the reply were ready. */
  ms: number
  ip: string
}

/** Logs calls of the API and everything that was refused or failed; pages that were found are not worth a line. */
export function logAccess(write: (line: AccessLine) => void): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const route = nameRoute(c.req.path)
    if (c.res.status < 400 && !route.startsWith('/api/')) return
    write({
      time: new Date().toISOString(),
      request: c.var.requestId,
      method: /^[A-Z]{3,7}$/.test(c.req.method) ? c.req.method : 'OTHER',
      route,
      status: c.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      ip: c.var.clientIp,
    })
  }
}

/**
 * The part of an address that cannot hold what a user typed: a password reset link, for one, carries its token in
 * the path.
 */
export function nameRoute(path: string): string {
  const procedure = /^\/api\/trpc\/([a-zA-Z]{1,40}\.[a-zA-Z]{1,40})$/.exec(path)?.[1]
  if (procedure) return `/api/trpc/${procedure}`
  const action = /^\/api\/auth\/([a-z-]{1,40})(\/|$)/.exec(path)?.[1]
  if (action) return `/api/auth/${action}`
  const area = /^\/(api|sandbox|_astro|catalog|docs|integrations|playground|accounts|sign-in|pagefind|s)(\/|$)/.exec(
    path,
  )?.[1]
  if (area) return `/${area}/…`
  return path === '/' ? '/' : '/…'
}
