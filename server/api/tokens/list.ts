// tokens.list: the caller's API tokens, newest first; those that have run out stay until they are revoked.
import { z } from 'zod'
import { listTokens } from '../../db/queries/api-tokens.ts'
import { signedIn } from '../trpc.ts'
import { ApiToken, viewToken } from './token.ts'

export const tokensList = signedIn
  .output(z.array(ApiToken))
  .query(async ({ ctx }) => (await listTokens(ctx.db, ctx.user.id)).map(viewToken))
