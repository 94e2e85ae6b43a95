// accounts.names: how the caller's accounts are called, and nothing else of them, for a script that lists them.
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { listAccountNames } from '../../db/queries/accounts.ts'
import { identified } from '../trpc.ts'

/** An API token learns those of the integrations that it covers, if it may read. */
export const accountsNames = identified
  .output(z.array(z.object({ integration: z.string(), name: z.string() })))
  .query(async ({ ctx: { db, user, token } }) => {
    if (token && !token.effects.includes('read')) {
      throw new CallFailure('forbidden', 'The API token does not cover reading.', {
        hint: 'Make a token under Accounts that covers functions that read.',
      })
    }
    return listAccountNames(db, user.id, token?.integrations ?? null)
  })
