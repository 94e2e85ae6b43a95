// Sealed fields and the data key that opens them.
import { and, eq } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { account, accountField, userKey } from '../schema/account.ts'

export interface KeyRow {
  id: string
  wrapped: Buffer
}

/** The user's data key; made by `create` and stored on first use. Of two first uses at once one key wins. */
export async function ensureUserKey(
  db: NodePgDatabase,
  user: string,
  create: () => { id: string; wrapped: Uint8Array },
): Promise<KeyRow> {
  const stored = await findUserKey(db, user)
  if (stored) return stored
  const { id, wrapped } = create()
  await db
    .insert(userKey)
    .values({ userId: user, keyId: id, wrapped: Buffer.from(wrapped) })
    .onConflictDoNothing()
  return (await findUserKey(db, user))!
}

export async function findUserKey(db: NodePgDatabase, user: string): Promise<KeyRow | null> {
  const rows = await db
    .select({ id: userKey.keyId, wrapped: userKey.wrapped })
    .from(userKey)
    .where(eq(userKey.userId, user))
  return rows[0] ?? null
}

/** The sealed fields of an account, by key; empty when the user has no such account. */
export async function readFields(db: NodePgDatabase, user: string, id: string): Promise<Record<string, Buffer>> {
  const rows = await db
    .select({ key: accountField.key, sealed: accountField.sealed })
    .from(accountField)
    .innerJoin(account, eq(account.id, accountField.accountId))
    .where(and(eq(account.userId, user), eq(account.id, id)))
  return Object.fromEntries(rows.map(({ key, sealed }) => [key, sealed]))
}

/** Stores sealed fields of an account of the user; the others stay as they are. */
export async function writeFields(
  db: NodePgDatabase,
  user: string,
  id: string,
  fields: Record<string, Buffer>,
  now: Date,
): Promise<void> {
  const owned = await db
    .update(account)
    .set({ updatedAt: now })
    .where(and(eq(account.userId, user), eq(account.id, id)))
    .returning({ id: account.id })
  if (!owned.length) return
  for (const [key, sealed] of Object.entries(fields)) {
    await db
      .insert(accountField)
      .values({ accountId: id, key, sealed })
      .onConflictDoUpdate({ target: [accountField.accountId, accountField.key], set: { sealed } })
  }
}
