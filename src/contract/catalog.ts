// The compiled catalog: what server, page and command line read instead of the YAML.
import * as z from './zod.ts'
import { Effect } from './effect.ts'
import { type IntegrationDefinition } from './definition.ts'

/** What is known of every integration without loading its definition. */
export const CatalogEntry = z.object({
  slug: z.string(),
  name: z.string(),
  category: z.string(),
  summary: z.string(),
  auth: z.string(),
  /** All spellings that resolve in Lua, canonical first. */
  namespaces: z.array(z.string()),
  /** Regular expressions of what this vendor's secrets look like, see `looksLike` of a credential field. */
  secretPatterns: z.array(z.string()),
  /** Whether a demo vendor exists. */
  demo: z.boolean(),
  /** File name of the definition beside the index, with its content hash. */
  file: z.string(),
  functions: z.array(
    z.object({
      name: z.string(),
      aliases: z.array(z.string()),
      title: z.string(),
      summary: z.string(),
      effect: Effect,
      /** Argument names in positional order. */
      arguments: z.array(z.string()),
      /** Those of the arguments that a table may stand for. */
      tables: z.array(z.string()),
    }),
  ),
})
export type CatalogEntry = z.infer<typeof CatalogEntry>

export const CatalogIndex = z.object({
  /** Hash of the whole catalog; a run names the one it was made with. */
  version: z.string(),
  integrations: z.array(CatalogEntry),
})
export type CatalogIndex = z.infer<typeof CatalogIndex>

/** Everything loaded: the index and the definitions, by slug. What the pure parts work on. */
export interface Catalog {
  index: CatalogIndex
  integrations: Record<string, IntegrationDefinition>
}
