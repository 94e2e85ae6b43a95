// Sessions: whose a token is, and which have run out.
import { and, eq, gt, lt } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { session, user } from '../schema/sign-in.ts'

/** The user of a session that has not run out, or null. */
export async function findSessionUser(
  db: NodePgDatabase,
  token: string,
  now: Date,
): Promise<{ id: string; name: string; email: string } | null> {
  const rows = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, now)))
  return rows[0] ?? null
}

export async function removeExpiredSessions(db: NodePgDatabase, userId: string, now: Date): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, userId), lt(session.expiresAt, now)))
}
