// runs.start: the grant of one Live run, bound to the user, the exact script and the catalog.
import { nanoid } from 'nanoid'
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { StartedRun } from '../../../src/contract/run.ts'
import { ScriptHash } from '../../../src/contract/script.ts'
import { AccountChoice } from '../../../src/contract/snippet.ts'
import { insertRun } from '../../db/queries/runs.ts'
import { identified } from '../trpc.ts'

const Input = z.object({
  script: ScriptHash,
  /** A script that came by a link has no Live run until its reader took it over. */
  origin: z.enum(['mine', 'site']),
  /** Version of the catalog that the page has. */
  catalog: z.string().max(100),
  accounts: AccountChoice.refine((choice) => countChoices(choice) <= 500).default({}),
})

function countChoices(choice: AccountChoice): number {
  return Object.values(choice).reduce((sum, names) => sum + Math.max(1, Object.keys(names).length), 0)
}

export const runsStart = identified
  .input(Input)
  .output(StartedRun)
  .mutation(async ({ ctx, input }) => {
    if (input.catalog !== ctx.catalog.index.version) {
      throw new CallFailure('stale_page', 'The page was made for another version of the reference.')
    }
    const createdAt = ctx.clock()
    // The page ends a run at the wall limit; the minute on top lets its last call through.
    const expiresAt = new Date(createdAt.getTime() + ctx.settings.limits.wallMs + 60_000)
    const id = nanoid()
    await insertRun(ctx.db, ctx.user.id, {
      id,
      tokenId: ctx.token?.id ?? null,
      scriptHash: input.script,
      origin: input.origin,
      catalog: input.catalog,
      accounts: input.accounts,
      callLimit: ctx.settings.limits.callsPerRun,
      createdAt,
      expiresAt,
    })
    return { run: id, expiresAt: expiresAt.toISOString() }
  })
