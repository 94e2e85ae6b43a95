// An account as its owner sees it: which fields are filled in, never what they hold.
import { z } from 'zod'
import { type Catalog } from '../../../src/contract/catalog.ts'
import { type AccountRow } from '../../db/queries/accounts.ts'

export const Permission = z.object({
  kind: z.enum(['effect', 'function']),
  /** The effect, or the name of the function. */
  subject: z.string(),
  rule: z.enum(['allow', 'ask', 'deny']),
})

export const Account = z.object({
  id: z.string(),
  integration: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  /** In the order of the definition. */
  fields: z.array(z.object({ key: z.string(), set: z.boolean() })),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  permissions: z.array(Permission),
})
export type Account = z.infer<typeof Account>

/** What nanoid makes. Anything of that alphabet is looked up. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** Field values as they were typed in, by key. */
export const FieldValues = z
  .record(z.string().max(64), z.string().max(20_000))
  .refine((fields) => Object.keys(fields).length <= 64)

/** Shows the rows of an account to its owner. */
export function viewAccount(catalog: Catalog, row: AccountRow): Account {
  const groups = catalog.integrations[row.integration]?.credentials ?? []
  const keys = groups.flatMap((group) => group.fields.map((field) => field.key))
  return {
    id: row.id,
    integration: row.integration,
    name: row.name,
    isDefault: row.isDefault,
    fields: keys.map((key) => ({ key, set: row.fields.includes(key) })),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    permissions: row.permissions,
  }
}
