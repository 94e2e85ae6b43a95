// The record of a user's calls.
import { and, desc, eq } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { audit } from '../schema/call.ts'

export type AuditRow = typeof audit.$inferSelect

/** The newest calls of a user, of all runs or of one; newest first. */
export async function listAudit(db: NodePgDatabase, user: string, run: string | null, limit: number) {
  return db
    .select()
    .from(audit)
    .where(and(eq(audit.userId, user), run === null ? undefined : eq(audit.runId, run)))
    .orderBy(desc(audit.id))
    .limit(limit)
}
