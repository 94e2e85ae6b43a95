// Snippets and their versions. Every query takes the user first; a reader without a session is null.
import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type SnippetRef, type Visibility } from '../../../src/contract/snippet.ts'
import { user as users } from '../schema/sign-in.ts'
import { snippet, snippetVersion } from '../schema/snippet.ts'

/** One version with what is known of its snippet. */
export interface SnippetRow {
  id: string
  version: number
  newest: number
  title: string
  source: string
  visibility: Visibility
  /** Name of the owner. */
  owner: string
  ownerId: string
  savedAt: Date
  forkOfSnippet: string | null
  forkOfVersion: number | null
}

/** A version that this reader may read, the newest where none is named; null for everything else alike. */
export async function readSnippet(
  db: NodePgDatabase,
  reader: string | null,
  id: string,
  version: number | null,
): Promise<SnippetRow | null> {
  const rows = await db
    .select({
      id: snippet.id,
      version: snippetVersion.version,
      newest: snippet.newest,
      title: snippetVersion.title,
      source: snippetVersion.source,
      visibility: snippet.visibility,
      owner: users.name,
      ownerId: snippet.userId,
      savedAt: snippetVersion.savedAt,
      forkOfSnippet: snippet.forkOfSnippet,
      forkOfVersion: snippet.forkOfVersion,
    })
    .from(snippet)
    .innerJoin(users, eq(users.id, snippet.userId))
    .innerJoin(
      snippetVersion,
      and(eq(snippetVersion.snippetId, snippet.id), eq(snippetVersion.version, version ?? snippet.newest)),
    )
    .where(
      and(
        eq(snippet.id, id),
        or(eq(snippet.visibility, 'link'), reader === null ? undefined : eq(snippet.userId, reader)),
      ),
    )
  return rows[0] ?? null
}

export interface SnippetListing {
  id: string
  title: string
  visibility: Visibility
  newest: number
  createdAt: Date
  savedAt: Date
}

/** The user's snippets with the title of their newest version, by creation, newest first. */
export async function listSnippets(
  db: NodePgDatabase,
  user: string,
  after: { id: string; createdAt: Date } | null,
  limit: number,
): Promise<SnippetListing[]> {
  const { id, createdAt, newest, visibility } = snippet
  const { title, savedAt } = snippetVersion
  const beyond = after && or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
  return db
    .select({ id, title, visibility, newest, createdAt, savedAt })
    .from(snippet)
    .innerJoin(snippetVersion, and(eq(snippetVersion.snippetId, id), eq(snippetVersion.version, newest)))
    .where(and(eq(snippet.userId, user), beyond ?? undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}

/** What a save stores. */
export interface SavedText {
  title: string
  source: string
  visibility: Visibility
  savedAt: Date
}

/** Stores a new snippet with its first version; false when the user has as many as allowed. */
export async function insertSnippet(
  db: NodePgDatabase,
  user: string,
  { id, title, source, visibility, savedAt, forkOf }: SavedText & { id: string; forkOf: SnippetRef | null },
  limit: number,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Two saves at once would both count the rows of before.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([user, 'snippets'])}, 0))`)
    if ((await tx.$count(snippet, eq(snippet.userId, user))) >= limit) return false
    await tx.insert(snippet).values({
      ...{ id, userId: user, visibility, newest: 1, createdAt: savedAt },
      ...{ forkOfSnippet: forkOf?.snippet ?? null, forkOfVersion: forkOf?.version ?? null },
    })
    await tx.insert(snippetVersion).values({ snippetId: id, version: 1, title, source, savedAt })
    return true
  })
}

/** Adds a version to a snippet of the user; answers its number, null without such a snippet or room for more. */
export async function addVersion(
  db: NodePgDatabase,
  user: string,
  id: string,
  { title, source, visibility, savedAt }: SavedText,
  limit: number,
): Promise<number | null> {
  // The update locks the snippet's row: saves that meet there get their numbers one after the other.
  const { rows } = await db.execute<{ version: number }>(sql`
    with raised as (
      update ${snippet} s set newest = s.newest + 1, visibility = ${visibility}
      where s.user_id = ${user} and s.id = ${id} and s.newest < ${limit}
      returning s.id, s.newest
    )
    insert into ${snippetVersion} (snippet_id, version, title, source, saved_at)
    select r.id, r.newest, ${title}, ${source}, ${savedAt.toISOString()}::timestamptz from raised r
    returning version`)
  return rows[0]?.version ?? null
}

/** Whether the user has a snippet of this id. */
export async function ownsSnippet(db: NodePgDatabase, user: string, id: string): Promise<boolean> {
  return (await db.$count(snippet, ofUser(user, id))) > 0
}

/** Removes a snippet with all versions; false when the user has none of this id. */
export async function removeSnippet(db: NodePgDatabase, user: string, id: string): Promise<boolean> {
  const { rowCount } = await db.delete(snippet).where(ofUser(user, id))
  return rowCount === 1
}

/** False when the user has no snippet of this id. */
export async function setVisibility(
  db: NodePgDatabase,
  user: string,
  id: string,
  visibility: Visibility,
): Promise<boolean> {
  const { rowCount } = await db.update(snippet).set({ visibility }).where(ofUser(user, id))
  return rowCount === 1
}

function ofUser(user: string, id: string) {
  return and(eq(snippet.userId, user), eq(snippet.id, id))
}
