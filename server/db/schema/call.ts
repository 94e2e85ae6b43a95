// What calls leave behind: the audit row of each one, and how many a user made in a minute. No payload, no secret.
import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { run } from './run.ts'
import { user } from './sign-in.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Written before a call is made and completed after it, so that no call to a vendor goes without a row. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Null for the test of an account. */
    runId: text('run_id').references(() => run.id, { onDelete: 'cascade' }),
    /** Number of the call in its run; 0 for the test of an account. */
    number: integer('number').notNull(),
    integration: text('integration').notNull(),
    function: text('function').notNull(),
    /** Name at the time of the call; null where there was no account. */
    account: text('account'),
    effect: text('effect', { enum: ['read', 'write', 'destructive'] }).notNull(),
    /** `ok` or an error code; null while the call is under way. */
    outcome: text('outcome'),
    /** HTTP status of the last reply. */
    status: integer('status'),
    milliseconds: integer('milliseconds'),
    /** Bytes of the value that Lua received. */
    bytes: integer('bytes'),
    at: moment('at').notNull(),
  },
  (table) => [index('audit_user').on(table.userId, table.id), index('audit_run').on(table.runId)],
)

export const callRate = pgTable(
  'call_rate',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Minutes since 1970. */
    minute: integer('minute').notNull(),
    calls: integer('calls').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.minute] })],
)
