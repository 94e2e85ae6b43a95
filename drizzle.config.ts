// How drizzle-kit turns the schema into the checked-in migrations: `drizzle-kit generate`.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/db/schema/*.ts',
  out: './server/db/migrations',
})
