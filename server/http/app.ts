// The whole of HTTP as one app: who asks, under which name, then API, sandbox frame, health, site.
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { type Settings } from '../settings.ts'
import { type AccessLine, logAccess } from './access-log.ts'
import { CLIENT_IP_HEADER, SECURE_HEADER } from './client.ts'
import { type HttpEnvironment } from './environment.ts'
import { guardApi } from './guard-api.ts'
import { type Origins } from './origins.ts'
import { commonHeaders } from './page-headers.ts'
import { refuse } from './refusal.ts'
import { serveFrame } from './sandbox.ts'
import { serveSite } from './serve-site.ts'
import { type ReadSnippet, serveSnippets } from './serve-snippet.ts'
import { type Site } from './site.ts'

export interface AppParts {
  settings: Pick<Settings, 'host' | 'publicUrl' | 'credentials' | 'limits'>
  origins: Origins
  /** Top of the checkout: build/sandbox lies there. */
  root: string
  site: Site
  /** In development the sandbox frame is read anew each time. */
  development: boolean
  /** Whether the database answers. */
  isReady: () => Promise<boolean>
  log: (line: AccessLine) => void
  /** For errors nobody expected: only the error's name and stack reach the log, never the request. */
  logError: (requestId: string, error: unknown) => void
  readSnippet: ReadSnippet
  /** Adds the routes under /api. */
  mountApi?: (app: Hono<HttpEnvironment>) => void
}

export function createApp(parts: AppParts): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>()
  const headers = Object.entries(commonHeaders(parts.settings.publicUrl?.protocol === 'https:'))

  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('clientIp', c.req.header(CLIENT_IP_HEADER) ?? 'unknown')
    c.set('secure', c.req.header(SECURE_HEADER) === '1')
    await next()
    c.header('X-Request-Id', c.var.requestId)
    // The sandbox frame sets some of these for itself.
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value)
  })
  app.use(logAccess(parts.log))

  // Before the host check: a balancer asks by address.
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => ((await parts.isReady()) ? c.text('ready\n') : c.text('not ready\n', 503)))

  app.use(async (c, next) => {
    const origin = parts.origins.find(c.req.header('Host'), c.var.secure)
    if (!origin) {
      return c.text(
        `This server does not answer under that name. Open ${parts.origins.primary}, or set PUBLIC_URL.\n`,
        421,
      )
    }
    c.set('origin', origin)
    return next()
  })

  app.use('/api/*', ...guardApi(parts.settings))
  parts.mountApi?.(app)
  app.all('/api/*', (c) => refuse(c, 404, 'bad_request', 'There is nothing at this address of the API.'))
  app.get('/sandbox/frame.html', serveFrame(parts.root, parts.development))
  app.all('/s/*', serveSnippets(parts.site, parts.readSnippet))
  app.all('*', serveSite(parts.site))

  app.onError((error, c) => {
    parts.logError(c.var.requestId, error)
    return refuse(c, 500, 'internal', `The server failed (request ${c.var.requestId}).`)
  })
  return app
}
