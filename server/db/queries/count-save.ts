// How often a user saved in this minute.
import { and, eq, lt, sql } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { saveRate } from '../schema/snippet.ts'

/** Counts a save and forgets past minutes; answers the saves of this minute, this one included. */
export async function countSave(db: NodePgDatabase, user: string, now: Date): Promise<number> {
  const minute = Math.floor(now.getTime() / 60_000)
  await db.delete(saveRate).where(and(eq(saveRate.userId, user), lt(saveRate.minute, minute)))
  const rows = await db
    .insert(saveRate)
    .values({ userId: user, minute, saves: 1 })
    .onConflictDoUpdate({
      target: [saveRate.userId, saveRate.minute],
      set: { saves: sql`${saveRate.saves} + 1` },
    })
    .returning({ saves: saveRate.saves })
  return rows[0]!.saves
}
