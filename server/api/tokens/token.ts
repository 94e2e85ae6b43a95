// An API token as its owner sees it: everything but the token.
import { z } from 'zod'
import { Effect } from '../../../src/contract/effect.ts'
import { type TokenRow } from '../../db/queries/api-tokens.ts'

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters of the token. */
  hint: z.string(),
  effects: z.array(Effect),
  /** Slugs; null for all integrations. */
  integrations: z.array(z.string()).nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export function viewToken(row: TokenRow): ApiToken {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}
