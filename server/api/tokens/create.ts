// tokens.create: a new API token. Its text is in this one answer and nowhere else.
import { nanoid } from 'nanoid'
import { z } from 'zod'
import { Effect } from '../../../src/contract/effect.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { SLUG } from '../../../src/contract/names.ts'
import { makeApiToken } from '../../auth/api-token.ts'
import { insertToken, listTokens } from '../../db/queries/api-tokens.ts'
import { requireIntegration } from '../accounts/require-account.ts'
import { requireSafeTransport } from '../accounts/seal-fields.ts'
import { signedIn } from '../trpc.ts'
import { ApiToken, viewToken } from './token.ts'

const MAX_TOKENS = 50
const DAY_MS = 86_400_000

const Input = z.object({
  name: z.string().trim().min(1).max(60).refine(isStorable),
  effects: z.array(Effect).min(1).max(3),
  /** Slugs; null for all integrations, those to come among them. */
  integrations: z.array(z.string().regex(SLUG)).min(1).max(100).nullable(),
  days: z.number().int().min(1).max(365),
})

/** PostgreSQL keeps neither. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

export const tokensCreate = signedIn
  .input(Input)
  .output(z.object({ token: z.string(), row: ApiToken }))
  .mutation(async ({ ctx, input }) => {
    requireSafeTransport(ctx)
    for (const slug of input.integrations ?? []) requireIntegration(ctx, slug)
    if ((await listTokens(ctx.db, ctx.user.id)).length >= MAX_TOKENS) {
      throw new CallFailure('forbidden', `You have ${MAX_TOKENS} API tokens already.`, {
        hint: 'Revoke one that is not needed.',
      })
    }
    const { token, hash, hint } = makeApiToken()
    const createdAt = ctx.clock()
    const row = {
      ...{ id: nanoid(), name: input.name, hint, createdAt },
      effects: [...new Set(input.effects)],
      integrations: input.integrations && [...new Set(input.integrations)],
      expiresAt: new Date(createdAt.getTime() + input.days * DAY_MS),
    }
    await insertToken(ctx.db, ctx.user.id, { ...row, hash })
    return { token, row: viewToken({ ...row, lastUsedAt: null }) }
  })
