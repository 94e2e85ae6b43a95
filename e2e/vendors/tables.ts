// The wire tables of all integrations: every folder beside this file with a wire.ts that exports `table`.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type WireTable } from './wire-case.ts'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, 'wire.ts')))
  .map((entry) => entry.name)

export const wireTables: WireTable[] = await Promise.all(
  folders.map(async (folder) => ((await import(`./${folder}/wire.ts`)) as { table: WireTable }).table),
)
