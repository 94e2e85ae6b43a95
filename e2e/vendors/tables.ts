// What is written down by hand about every vendor: one folder each beside this file.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ErrorCase } from './error-case.ts'
import { type OriginalBlock } from './original-block.ts'
import { type WireTable } from './wire-case.ts'

/** Loads a file of every folder that has it, with the folder's name, which is the slug. */
async function loadEach<Module>(file: string): Promise<[slug: string, module: Module][]> {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, file)))
    .map((entry) => entry.name)
  return Promise.all(
    folders.map(async (slug): Promise<[string, Module]> => [slug, (await import(`./${slug}/${file}`)) as Module]),
  )
}

export const wireTables: WireTable[] = (await loadEach<{ table: WireTable }>('wire.ts')).map(([, { table }]) => table)

/** Error replies by slug. */
export const errorTables: [slug: string, cases: ErrorCase[]][] = (
  await loadEach<{ errors: ErrorCase[] }>('errors.ts')
).map(([slug, { errors }]) => [slug, errors])

export const originalBlocks: OriginalBlock[] = (
  await loadEach<{ originalBlocks: OriginalBlock[] }>('original-blocks.ts')
).flatMap(([, module]) => module.originalBlocks)
