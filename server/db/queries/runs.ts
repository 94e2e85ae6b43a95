// Grants of runs.
import { and, eq, isNull, lt } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type AccountChoice } from '../../../src/contract/snippet.ts'
import { callRate } from '../schema/call.ts'
import { run } from '../schema/run.ts'

export interface NewRun {
  id: string
  tokenId: string | null
  scriptHash: string
  origin: 'mine' | 'site'
  catalog: string
  accounts: AccountChoice
  callLimit: number
  createdAt: Date
  expiresAt: Date
}

/** Stores a grant, and forgets the user's call counts of past minutes, which nobody reads any more. */
export async function insertRun(db: NodePgDatabase, user: string, row: NewRun): Promise<void> {
  const minute = Math.floor(row.createdAt.getTime() / 60_000)
  await db.delete(callRate).where(and(eq(callRate.userId, user), lt(callRate.minute, minute)))
  await db.insert(run).values({ ...row, userId: user })
}

/** Ends a run of the user that this session or token started; ending it again changes nothing. False for any other. */
export async function finishRun(
  db: NodePgDatabase,
  user: string,
  tokenId: string | null,
  id: string,
  now: Date,
): Promise<boolean> {
  const holds = tokenId === null ? isNull(run.tokenId) : eq(run.tokenId, tokenId)
  const ofUser = and(eq(run.userId, user), holds, eq(run.id, id))
  await db
    .update(run)
    .set({ finishedAt: now })
    .where(and(ofUser, isNull(run.finishedAt)))
  const rows = await db.select({ id: run.id }).from(run).where(ofUser)
  return rows.length > 0
}
