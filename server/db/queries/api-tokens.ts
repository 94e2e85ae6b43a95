// API tokens of a user, and whose a token is.
import { and, desc, eq, gt } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Effect } from '../../../src/contract/effect.ts'
import { apiToken } from '../schema/api-token.ts'
import { user } from '../schema/sign-in.ts'

export interface TokenRow {
  id: string
  name: string
  hint: string
  effects: Effect[]
  integrations: string[] | null
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** Newest first, those that have run out among them. */
export function listTokens(db: NodePgDatabase, userId: string): Promise<TokenRow[]> {
  const { id, name, hint, effects, integrations, createdAt, expiresAt, lastUsedAt } = apiToken
  return db
    .select({ id, name, hint, effects, integrations, createdAt, expiresAt, lastUsedAt })
    .from(apiToken)
    .where(eq(apiToken.userId, userId))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id))
}

export async function insertToken(
  db: NodePgDatabase,
  userId: string,
  row: Omit<TokenRow, 'lastUsedAt'> & { hash: string },
): Promise<void> {
  await db.insert(apiToken).values({ ...row, userId })
}

/** False when the user has no such token. */
export async function removeToken(db: NodePgDatabase, userId: string, id: string): Promise<boolean> {
  const removed = await db
    .delete(apiToken)
    .where(and(eq(apiToken.userId, userId), eq(apiToken.id, id)))
    .returning({ id: apiToken.id })
  return removed.length > 0
}

export interface TokenHolder {
  user: { id: string; name: string; email: string }
  token: { id: string; effects: Effect[]; integrations: string[] | null }
}

/** The user and the scopes of a token that has not run out, or null. */
export async function findTokenHolder(db: NodePgDatabase, hash: string, now: Date): Promise<TokenHolder | null> {
  const rows = await db
    .select({
      user: { id: user.id, name: user.name, email: user.email },
      token: { id: apiToken.id, effects: apiToken.effects, integrations: apiToken.integrations },
    })
    .from(apiToken)
    .innerJoin(user, eq(user.id, apiToken.userId))
    .where(and(eq(apiToken.hash, hash), gt(apiToken.expiresAt, now)))
  return rows[0] ?? null
}
