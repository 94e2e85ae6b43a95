import { expect, test } from 'vitest'
import { migrateDatabase } from '../migrate.ts'
import { withDatabase } from './with-database.ts'

test('each database is fresh, migrated and its own', async () => {
  await using one = await withDatabase()
  await using other = await withDatabase()
  await one.pool.query('create table only_here (id int)')
  const { rows } = await other.pool.query<{ found: string | null }>("select to_regclass('only_here')::text as found")
  expect(rows[0]?.found).toBeNull()
  const applied = await other.pool.query('select from drizzle.__drizzle_migrations')
  expect(applied.rowCount).toBeGreaterThan(0)
})

test('migrating twice at once applies each migration once', async () => {
  await using database = await withDatabase()
  await database.pool.query('drop schema public cascade; create schema public; drop schema drizzle cascade')
  await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url), migrateDatabase(database.url)])
  const { rows } = await database.pool.query('select hash, count(*) from drizzle.__drizzle_migrations group by hash')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((row: { count: string }) => row.count === '1')).toBe(true)
})

test('text that is not ASCII comes back as it was', async () => {
  await using database = await withDatabase()
  const { rows } = await database.pool.query<{ text: string; upper: string }>(
    'select $1::text as text, upper($1) as upper',
    ['ключ-é-🔑'],
  )
  expect(rows[0]).toEqual({ text: 'ключ-é-🔑', upper: 'КЛЮЧ-É-🔑' })
})
