// snippets.get: one version of a snippet, for its owner and for whoever has the link where the owner allows that.
import { z } from 'zod'
import { Snippet, SnippetId, SnippetVersion } from '../../../src/contract/snippet.ts'
import { findSessionUser } from '../../db/queries/find-session-user.ts'
import { readSnippet } from '../../db/queries/snippets.ts'
import { open } from '../trpc.ts'
import { missingSnippet } from './missing-snippet.ts'

/** Wide, so that what can be no id gets the same answer as what is none. */
const Input = z.object({ id: z.string().max(200), version: z.number().optional() })

export const snippetsGet = open
  .input(Input)
  .output(Snippet)
  .query(async ({ ctx, input }) => {
    const id = SnippetId.safeParse(input.id)
    const version = SnippetVersion.nullable().safeParse(input.version ?? null)
    if (!id.success || !version.success) throw missingSnippet()
    const reader = ctx.sessionToken ? await findSessionUser(ctx.db, ctx.sessionToken, ctx.clock()) : null
    const row = await readSnippet(ctx.db, reader?.id ?? null, id.data, version.data)
    if (!row) throw missingSnippet()
    const { ownerId, savedAt, forkOfSnippet, forkOfVersion, ...shown } = row
    return {
      ...shown,
      mine: reader?.id === ownerId,
      savedAt: savedAt.toISOString(),
      forkOf: forkOfSnippet === null ? null : { snippet: forkOfSnippet, version: forkOfVersion! },
    }
  })
