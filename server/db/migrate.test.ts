import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrateDatabase } from './migrate.ts'
import { withDatabase } from './testing/with-database.ts'

const readMigration = (name: string) => readFileSync(new URL(`./migrations/${name}.sql`, import.meta.url), 'utf8')

test('a database of the first release takes over its grants: what stood for the default still does', async () => {
  await using database = await withDatabase()
  const { pool, url } = database
  await pool.query('drop schema public cascade; create schema public')
  for (const statement of readMigration('0000_first').split('--> statement-breakpoint')) await pool.query(statement)
  await pool.query('delete from drizzle.__drizzle_migrations where id > 1')
  await pool.query(`insert into "user" (id, name, email) values ('u', 'ann', 'ann@example.com')`)
  await pool.query(
    `insert into run (id, user_id, script_hash, origin, catalog, accounts, call_limit, expires_at)
     values ('r1', 'u', '', 'mine', '', '{"alpha": "work", "beta": "home"}', 100, now()),
       ('r2', 'u', '', 'mine', '', '{}', 100, now())`,
  )
  await migrateDatabase(url)
  const { rows } = await pool.query('select accounts from run order by id')
  expect(rows).toEqual([{ accounts: { alpha: { default: 'work' }, beta: { default: 'home' } } }, { accounts: {} }])
  expect((await pool.query('select from snippet')).rowCount).toBe(0)
})
