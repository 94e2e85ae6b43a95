// The API on the app: sign-in under /api/auth, procedures under /api/trpc, POST only.
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { drizzle } from 'drizzle-orm/node-postgres'
import { type Hono } from 'hono'
import { readApiToken } from '../auth/api-token.ts'
import { deriveAuthSecret } from '../auth/auth-secret.ts'
import { createAuth } from '../auth/create-auth.ts'
import { mountAuth } from '../auth/mount-auth.ts'
import { nameSessionCookie, readSessionToken } from '../auth/session-cookie.ts'
import { CLIENT_IP_HEADER } from '../http/client.ts'
import { type HttpEnvironment } from '../http/environment.ts'
import { type Origins } from '../http/origins.ts'
import { type MasterKey } from '../settings.ts'
import { createCallSlots } from './calls/call-slots.ts'
import { type ApiContext, type ApiParts } from './context.ts'
import { appRouter } from './router.ts'

export interface MountParts extends ApiParts {
  origins: Origins
  /** Newest first. */
  masterKeys: readonly MasterKey[]
  /** For errors nobody expected; the caller learns only the request's id. */
  logError: (requestId: string, error: unknown) => void
}

/** Adds the routes. The guard of /api (host, origin, body size) must be in front. */
export function mountApi(app: Hono<HttpEnvironment>, parts: MountParts): void {
  const { masterKeys, logError, origins, ...shared } = parts
  const secret = deriveAuthSecret(masterKeys)
  const { pool, settings } = shared
  const reportError = (error: unknown) => {
    logError('sign-in', error)
  }
  mountAuth(app, createAuth({ pool, settings, origins, secret, ipHeader: CLIENT_IP_HEADER, reportError }))
  const cookie = nameSessionCookie(origins.primary.startsWith('https:'))
  const db = drizzle(pool)
  const slots = createCallSlots(settings.limits.callsAtOnce)
  app.post('/api/trpc/:procedure', (c) => {
    const apiTokenHash = readApiToken(c.req.header('Authorization'))
    const createContext = (): ApiContext => ({
      ...shared,
      db,
      slots,
      requestId: c.var.requestId,
      apiTokenHash,
      sessionToken: apiTokenHash === null ? readSessionToken(c.req.header('Cookie'), cookie, secret) : null,
      reportError: (error) => {
        logError(c.var.requestId, error)
      },
      signal: c.req.raw.signal,
    })
    return fetchRequestHandler({
      endpoint: '/api/trpc',
      req: c.req.raw,
      router: appRouter,
      createContext,
      allowBatching: false,
      allowMethodOverride: true,
      onError: ({ error }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') logError(c.var.requestId, error.cause ?? error)
      },
    })
  })
}
