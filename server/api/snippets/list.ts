// snippets.list: the user's own snippets, newest first, a page at a time.
import { z } from 'zod'
import { SNIPPETS_PER_PAGE, SnippetCursor, SnippetSummary } from '../../../src/contract/snippet.ts'
import { listSnippets } from '../../db/queries/snippets.ts'
import { signedIn } from '../trpc.ts'

export const snippetsList = signedIn
  .input(z.object({ after: SnippetCursor.optional() }).default({}))
  .output(z.array(SnippetSummary))
  .query(async ({ ctx, input: { after } }) => {
    const from = after ? { id: after.id, createdAt: new Date(after.createdAt) } : null
    const rows = await listSnippets(ctx.db, ctx.user.id, from, SNIPPETS_PER_PAGE)
    return rows.map(({ createdAt, savedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      savedAt: savedAt.toISOString(),
    }))
  })
