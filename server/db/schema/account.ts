// A user's accounts at the integrations: names, sealed fields, the user's wrapped data key, standing permissions.
import { sql } from 'drizzle-orm'
import { boolean, customType, pgTable, primaryKey, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { user } from './sign-in.ts'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The data key of a user, wrapped by a master key. */
export const userKey = pgTable('user_key', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Name of the data key; each field sealed with it carries this name. */
  keyId: text('key_id').notNull(),
  wrapped: bytes('wrapped').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Slug. */
    integration: text('integration').notNull(),
    name: text('name').notNull(),
    /** The account that a call means which names none; at most one per user and integration. */
    isDefault: boolean('is_default').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [
    unique('account_name').on(table.userId, table.integration, table.name),
    uniqueIndex('account_default')
      .on(table.userId, table.integration)
      .where(sql`${table.isDefault}`),
  ],
)

/** One credential field, sealed with the user's data key. Absent where it was not filled in. */
export const accountField = pgTable(
  'account_field',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key] })],
)

/** A standing rule for one function, or for all functions of one effect, on one account. */
export const permission = pgTable(
  'permission',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['effect', 'function'] }).notNull(),
    /** The effect or the name of the function. */
    subject: text('subject').notNull(),
    rule: text('rule', { enum: ['allow', 'ask', 'deny'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind, table.subject] })],
)
