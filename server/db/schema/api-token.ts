// API tokens: what a program holds instead of a session. The token itself is shown once and stored nowhere.
import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { user } from './sign-in.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const apiToken = pgTable(
  'api_token',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** SHA-256 of the token, 64 hex digits. */
    hash: text('hash').notNull().unique(),
    /** Its first characters, by which its owner knows it again. */
    hint: text('hint').notNull(),
    effects: text('effects', { enum: ['read', 'write', 'destructive'] })
      .array()
      .notNull(),
    /** Slugs; null for all integrations. */
    integrations: text('integrations').array(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [index('api_token_user').on(table.userId)],
)
