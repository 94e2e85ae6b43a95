// The accounts of a user, without their sealed values. Every query takes the user first.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { account, accountField, permission } from '../schema/account.ts'

export interface AccountRow {
  id: string
  integration: string
  name: string
  isDefault: boolean
  createdAt: Date
  lastUsedAt: Date | null
  /** Keys of the fields that are filled in. */
  fields: string[]
  permissions: PermissionRow[]
}

export interface PermissionRow {
  kind: 'effect' | 'function'
  /** The effect, or the name of the function. */
  subject: string
  rule: 'allow' | 'ask' | 'deny'
}

const columns = {
  id: account.id,
  integration: account.integration,
  name: account.name,
  isDefault: account.isDefault,
  createdAt: account.createdAt,
  lastUsedAt: account.lastUsedAt,
  fields: sql<string[]>`array(select f.key from ${accountField} f where f.account_id = ${account.id} order by f.key)`,
  permissions: sql<PermissionRow[]>`coalesce((
    select json_agg(json_build_object('kind', p.kind, 'subject', p.subject, 'rule', p.rule) order by p.kind, p.subject)
    from ${permission} p where p.account_id = ${account.id}), '[]')`,
}

/** All accounts of a user, by integration and name. */
export async function listAccounts(db: NodePgDatabase, user: string): Promise<AccountRow[]> {
  return db
    .select(columns)
    .from(account)
    .where(eq(account.userId, user))
    .orderBy(asc(account.integration), asc(account.name))
}

/** Names by integration and name; of these integrations, or of all. */
export function listAccountNames(
  db: NodePgDatabase,
  user: string,
  integrations: string[] | null,
): Promise<{ integration: string; name: string }[]> {
  return db
    .select({ integration: account.integration, name: account.name })
    .from(account)
    .where(and(eq(account.userId, user), integrations ? inArray(account.integration, integrations) : undefined))
    .orderBy(asc(account.integration), asc(account.name))
}

/** The account, or null when the user has none with this id. */
export async function findAccount(db: NodePgDatabase, user: string, id: string): Promise<AccountRow | null> {
  const rows = await db
    .select(columns)
    .from(account)
    .where(and(eq(account.userId, user), eq(account.id, id)))
  return rows[0] ?? null
}

/** The user's accounts of one integration, oldest first, locked until the transaction ends. */
export async function lockAccounts(
  db: NodePgDatabase,
  user: string,
  integration: string,
): Promise<{ id: string; name: string; isDefault: boolean }[]> {
  // Two first accounts at once would both see no row to lock, so the pair of user and integration is locked instead.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([user, integration])}, 0))`)
  return db
    .select({ id: account.id, name: account.name, isDefault: account.isDefault })
    .from(account)
    .where(and(eq(account.userId, user), eq(account.integration, integration)))
    .orderBy(asc(account.createdAt), asc(account.id))
}

/** Moves the default of an integration to one of the user's accounts. Call under {@link lockAccounts}. */
export async function setDefaultAccount(
  db: NodePgDatabase,
  user: string,
  integration: string,
  id: string,
): Promise<void> {
  const ofUser = and(eq(account.userId, user), eq(account.integration, integration))
  // Off before on: the unique index looks at every row as it is written.
  await db
    .update(account)
    .set({ isDefault: false })
    .where(and(ofUser, eq(account.isDefault, true)))
  await db
    .update(account)
    .set({ isDefault: true })
    .where(and(ofUser, eq(account.id, id)))
}

export async function insertAccount(
  db: NodePgDatabase,
  user: string,
  row: { id: string; integration: string; name: string; isDefault: boolean; createdAt: Date },
): Promise<void> {
  await db.insert(account).values({ ...row, userId: user, updatedAt: row.createdAt })
}

export async function renameAccount(
  db: NodePgDatabase,
  user: string,
  id: string,
  name: string,
  now: Date,
): Promise<void> {
  await db
    .update(account)
    .set({ name, updatedAt: now })
    .where(and(eq(account.userId, user), eq(account.id, id)))
}

/** Removes an account with its fields and permissions. */
export async function removeAccount(db: NodePgDatabase, user: string, id: string): Promise<void> {
  await db.delete(account).where(and(eq(account.userId, user), eq(account.id, id)))
}
