// The procedures without HTTP: called as a user whose session is in a fresh database.
import { randomBytes } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { drizzle } from 'drizzle-orm/node-postgres'
import { type CallError, CallFailure } from '../../../src/contract/errors.ts'
import { LIMITS } from '../../../src/contract/limits.ts'
import { session, user } from '../../db/schema/sign-in.ts'
import { withDatabase } from '../../db/testing/with-database.ts'
import { createEgress } from '../../egress/create-egress.ts'
import { createVault } from '../../vault/vault.ts'
import { Secret } from '../../vault/secret.ts'
import { createCallSlots } from '../calls/call-slots.ts'
import { type ApiContext } from '../context.ts'
import { appRouter } from '../router.ts'
import { createFixtureCatalog } from './fixture-catalog.ts'
import { startLocalVendor } from './local-vendor.ts'

/** Starts database and vendor. Everything of the context can be changed between calls. */
export async function startProcedures() {
  const stack = new AsyncDisposableStack()
  const vendor = stack.use(await startLocalVendor())
  const { pool } = stack.use(await withDatabase())
  const egress = createEgress({ privateHosts: [vendor.host] })
  stack.defer(() => egress.close())
  const time = { now: Date.parse('2026-01-01T00:00:00Z') }
  const reported: unknown[] = []
  const context: Omit<ApiContext, 'sessionToken' | 'apiTokenHash'> = {
    pool,
    db: drizzle(pool),
    slots: createCallSlots(LIMITS.callsAtOnce),
    vault: createVault([{ id: 'k1', key: new Secret(randomBytes(32).toString('base64')) }]),
    egress,
    catalog: createFixtureCatalog(),
    settings: { signUp: 'open', privateHosts: [vendor.host], credentials: { allowed: true }, limits: LIMITS },
    clock: () => new Date(time.now),
    requestId: 'request-1',
    reportError: (error) => reported.push(error),
    signal: new AbortController().signal,
  }
  return {
    pool,
    vendor,
    time,
    context,
    /** Faults of ours that were to be logged. */
    reported,
    /** Signs a new user in; answers the procedures as this user calls them. */
    async signIn(name: string) {
      const expiresAt = new Date(time.now + 3_600_000)
      await context.db.insert(user).values({ id: name, name, email: `${name}@example.com` })
      await context.db.insert(session).values({ id: name, token: `token-${name}`, userId: name, expiresAt })
      return appRouter.createCaller({ ...context, sessionToken: `token-${name}`, apiTokenHash: null })
    },
    /** What `accounts.connect` takes for an account at the local vendor. */
    account: (name: string, integration = 'alpha') => ({
      integration,
      name,
      fields: { url: vendor.url, token: 'sekret-token' },
    }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

export type Procedures = Awaited<ReturnType<typeof startProcedures>>

/** The error that a procedure refuses with; fails when it does not refuse, or fails in another way. */
export async function refusalOf(call: Promise<unknown>): Promise<CallError> {
  const thrown: unknown = await call.then(
    () => new Error('Nothing was refused.'),
    (error: unknown) => error,
  )
  if (thrown instanceof TRPCError && thrown.cause instanceof CallFailure) return thrown.cause.error
  throw thrown
}
