// Scripts that users saved under a link: the snippet, its versions, and how many a user saved in a minute.
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { user } from './sign-in.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const snippet = pgTable(
  'snippet',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    visibility: text('visibility', { enum: ['link', 'private'] }).notNull(),
    /** Number of the newest version; the next one is counted up under the lock of this row. */
    newest: integer('newest').notNull(),
    /** Plain names, no references: a fork goes on naming its source after that is revoked. */
    forkOfSnippet: text('fork_of_snippet'),
    forkOfVersion: integer('fork_of_version'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('snippet_user').on(table.userId, table.createdAt, table.id)],
)

/** Written once, never changed; gone with its snippet. */
export const snippetVersion = pgTable(
  'snippet_version',
  {
    snippetId: text('snippet_id')
      .notNull()
      .references(() => snippet.id, { onDelete: 'cascade' }),
    /** From 1, without gaps. */
    version: integer('version').notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snippetId, table.version] })],
)

export const saveRate = pgTable(
  'save_rate',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Minutes since 1970. */
    minute: integer('minute').notNull(),
    saves: integer('saves').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.minute] })],
)
