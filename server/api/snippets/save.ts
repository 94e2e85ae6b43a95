// snippets.save: a new snippet, or a new version of one's own. What was saved never changes.
import { customAlphabet } from 'nanoid'
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { LIMITS } from '../../../src/contract/limits.ts'
import { SaveSnippet } from '../../../src/contract/snippet.ts'
import { countSave } from '../../db/queries/count-save.ts'
import { addVersion, insertSnippet, ownsSnippet, readSnippet, type SavedText } from '../../db/queries/snippets.ts'
import { type SignedInContext } from '../context.ts'
import { signedIn } from '../trpc.ts'
import { checkText } from './check-text.ts'
import { missingSnippet } from './missing-snippet.ts'

/** No `_` or `-`: a chat that makes a link of an address leaves them off its end. */
const makeId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 22)

export const snippetsSave = signedIn
  .input(SaveSnippet)
  .output(z.object({ id: z.string(), version: z.number().int() }))
  .mutation(async ({ ctx, input }) => {
    const savedAt = ctx.clock()
    if ((await countSave(ctx.db, ctx.user.id, savedAt)) > LIMITS.savesPerMinute) {
      throw new CallFailure('rate_limited', `More than ${LIMITS.savesPerMinute} saves in one minute.`, {
        hint: 'Wait a minute, then save again.',
      })
    }
    const { title, source, visibility, snippet } = input
    checkText(input, ctx.catalog.index, ctx.settings.limits.sourceBytes)
    const text = { title, source, visibility, savedAt }
    return snippet === undefined ? saveNew(ctx, text, input.forkOf ?? null) : saveVersion(ctx, text, input, snippet)
  })

async function saveNew(ctx: SignedInContext, text: SavedText, forkOf: SaveSnippet['forkOf'] | null) {
  const user = ctx.user.id
  if (forkOf && !(await readSnippet(ctx.db, user, forkOf.snippet, forkOf.version))) {
    throw new CallFailure('not_found', 'What this script was made from cannot be read any more.', {
      hint: 'Save it without naming what it was made from.',
    })
  }
  const id = makeId()
  const limit = LIMITS.snippetsPerUser
  if (!(await insertSnippet(ctx.db, user, { ...text, id, forkOf: forkOf ?? null }, limit))) {
    throw new CallFailure('forbidden', `You have ${limit} snippets already.`, { hint: 'Revoke one of your links.' })
  }
  return { id, version: 1 }
}

async function saveVersion(ctx: SignedInContext, text: SavedText, { forkOf }: SaveSnippet, id: string) {
  if (forkOf) throw new CallFailure('bad_request', 'Only a new snippet can say what it was made from.')
  const limit = LIMITS.versionsPerSnippet
  const version = await addVersion(ctx.db, ctx.user.id, id, text, limit)
  if (version !== null) return { id, version }
  if (!(await ownsSnippet(ctx.db, ctx.user.id, id))) throw missingSnippet()
  throw new CallFailure('forbidden', `This snippet has ${limit} versions already.`, { hint: 'Save a new snippet.' })
}
