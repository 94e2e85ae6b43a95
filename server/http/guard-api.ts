// What every request under /api must pass before it reaches sign-in or a procedure.
import { type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { formatLimit } from '../../src/contract/format-limit.ts'
import { type Settings } from '../settings.ts'
import { isLoopback } from '../settings-values.ts'
import { type HttpEnvironment } from './environment.ts'
import { refuse } from './refusal.ts'

/** Room for what goes with a script or with arguments. */
const BODY_SLACK = 64 * 1024

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

type TransportSettings = Pick<Settings, 'host' | 'publicUrl' | 'credentials' | 'limits'>

/** The guards in their order: the first that finds a fault answers. */
export function guardApi(settings: TransportSettings): MiddlewareHandler<HttpEnvironment>[] {
  const { sourceBytes, requestBytes } = settings.limits
  // JSON writes a quotation mark or the end of a line with two bytes.
  const bodyBytes = 2 * Math.max(sourceBytes, requestBytes) + BODY_SLACK
  return [
    async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    },
    async (c, next) => {
      const fault = findTransportFault(c, settings)
      return fault ? refuse(c, 403, 'bad_request', fault) : next()
    },
    async (c, next) => {
      const fault = findOriginFault(c)
      return fault ? refuse(c, 403, 'bad_request', fault) : next()
    },
    async (c, next) => {
      const fault = findTypeFault(c)
      return fault ? refuse(c, 415, 'bad_request', fault) : next()
    },
    bodyLimit({
      maxSize: bodyBytes,
      onError: (c) => {
        const message = `A request may have ${formatLimit(bodyBytes, 'bytes')}.`
        return refuse(c as Context<HttpEnvironment>, 413, 'request_too_large', message)
      },
    }),
  ]
}

/** Sessions, passwords and keys pass here: not over plain HTTP beyond loopback. Reading who is signed in is harmless. */
function findTransportFault(c: Context<HttpEnvironment>, settings: TransportSettings): string | undefined {
  if (SAFE.has(c.req.method)) return undefined
  if (isHarmless(c.req.path)) return undefined
  if (!settings.credentials.allowed) return `Credentials are refused here: ${settings.credentials.reason}.`
  const open = settings.publicUrl?.protocol === 'https:' && !isLoopback(settings.host) && !c.var.secure
  if (!open) return undefined
  return 'This request did not come over TLS. Name the proxy in TRUSTED_PROXIES and let it send X-Forwarded-Proto.'
}

function isHarmless(path: string): boolean {
  return path === '/api/trpc/session.get'
}

/**
 * A page of another origin must not act in the user's name. Browsers send Origin with every POST; a program that
 * sends neither Origin nor a cookie has no user's name to act in.
 */
function findOriginFault(c: Context<HttpEnvironment>): string | undefined {
  if (SAFE.has(c.req.method)) return undefined
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin')
    return `A request from another site (${printable(site)}) is refused.`
  const origin = c.req.header('Origin')
  if (origin === c.var.origin) return undefined
  if (origin !== undefined) return `A request from ${printable(origin)} is refused: this is ${c.var.origin}.`
  return c.req.header('Cookie') === undefined ? undefined : 'A request with a cookie needs the Origin header.'
}

/** JSON cannot be sent across origins without a preflight, which nobody gets; form types can. */
function findTypeFault(c: Context<HttpEnvironment>): string | undefined {
  if (SAFE.has(c.req.method)) return undefined
  const type = c.req.header('Content-Type')
  // RFC 9112, 6.3: without either header, a request has no body.
  const length = c.req.header('Content-Length')
  const empty = length === '0' || (length === undefined && c.req.header('Transfer-Encoding') === undefined)
  if ((empty && type === undefined) || /^application\/json\s*(;|$)/i.test(type ?? '')) return undefined
  return 'A request must be application/json.'
}

/** A header value as it may be repeated in a message. */
function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)
}
