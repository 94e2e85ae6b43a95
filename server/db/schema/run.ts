// What one Live run may do: the grant, what was allowed until it ends, and the questions it asked.
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { type AccountChoice } from '../../../src/contract/snippet.ts'
import { account } from './account.ts'
import { user } from './sign-in.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const run = pgTable(
  'run',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The API token that started it, which alone may go on with it; null for a session. */
    tokenId: text('token_id'),
    /** SHA-256 of the source, 64 hex digits. */
    scriptHash: text('script_hash').notNull(),
    origin: text('origin', { enum: ['mine', 'site'] }).notNull(),
    /** Version of the catalog that the page had. */
    catalog: text('catalog').notNull(),
    /** Names of the user's accounts that stand for the script's own names in this run, by integration and name. */
    accounts: jsonb('accounts').$type<AccountChoice>().notNull(),
    /** Number of the last call that was made; numbers only rise. */
    lastNumber: integer('last_number').notNull().default(0),
    callsUsed: integer('calls_used').notNull().default(0),
    callLimit: integer('call_limit').notNull(),
    /** Slugs from which this run has read. */
    integrationsRead: text('integrations_read')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [index('run_user').on(table.userId, table.createdAt)],
)

/** "Allow for this run": one function on one account. */
export const runAllowance = pgTable(
  'run_allowance',
  {
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    function: text('function').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.accountId, table.function] })],
)

/** A question about one call, bound to all that makes up the call; used once. */
export const approval = pgTable(
  'approval',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    function: text('function').notNull(),
    /** SHA-256 over integration, function and canonical arguments, 64 hex digits. */
    argumentsHash: text('arguments_hash').notNull(),
    mayAllowRun: boolean('may_allow_run').notNull(),
    decision: text('decision', { enum: ['once', 'run', 'deny'] }),
    createdAt: moment('created_at').notNull().defaultNow(),
    decidedAt: moment('decided_at'),
    usedAt: moment('used_at'),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('approval_run').on(table.runId)],
)
