// calls.make: one call of a running script, from the session to the vendor and back, in two SQL statements.
import { z } from 'zod'
import { CallOutcome } from '../../../src/contract/call.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { ACCOUNT } from '../../../src/contract/names.ts'
import { ScriptHash } from '../../../src/contract/script.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { resolveCall } from '../../../src/vendor/resolve.ts'
import { beginCall } from '../../db/queries/begin-call.ts'
import { Id } from '../accounts/account.ts'
import { type ApiContext } from '../context.ts'
import { open, unknownToken } from '../trpc.ts'
import { hashCall } from './canonical.ts'
import { judgeStart } from './judge-start.ts'
import { missingAccount } from './missing-account.ts'
import { proceed } from './proceed.ts'

const Input = z.object({
  run: Id,
  script: ScriptHash,
  /** Position of the call in its run, from 1; the repetition with an approval keeps the number. */
  number: z.number().int().min(1).max(1_000_000),
  integration: z.string().max(64),
  function: z.string().max(64),
  account: z.string().max(64).nullable(),
  arguments: z.string(),
  approval: Id.nullable(),
})
type Input = z.infer<typeof Input>

/** Open, because its first statement looks the session up together with everything else. */
export const callsMake = open
  .input(Input)
  .output(CallOutcome)
  .mutation(async ({ ctx, input }): Promise<CallOutcome> => {
    try {
      return await makeCall(ctx, input)
    } catch (error) {
      if (!(error instanceof CallFailure) || error.error.code === 'not_signed_in') throw error
      const place = { integration: input.integration, function: input.function }
      return { ok: false, error: { ...place, ...error.error }, account: input.account, exchanges: [] }
    }
  })

async function makeCall(ctx: ApiContext, input: Input): Promise<CallOutcome> {
  if (ctx.sessionToken === null && ctx.apiTokenHash === null) throw unknownCaller(ctx)
  // Before the database: what is wrong with the call itself costs no statement.
  const { callsPerMinute } = ctx.settings.limits
  const { integration, fn } = resolveCall(ctx.catalog, input)
  const args = checkArguments(fn, input.arguments, ctx.settings.limits)
  // In Lua `default` is the word for the account that is used when none is named.
  const account = input.account === 'default' ? null : input.account
  if (account !== null && !ACCOUNT.test(account)) throw missingAccount(integration, account)
  const argumentsHash = hashCall(integration.slug, fn.name, args)
  const start = await beginCall(ctx.pool, {
    sessionToken: ctx.sessionToken,
    apiTokenHash: ctx.apiTokenHash,
    run: input.run,
    scriptHash: input.script,
    catalog: ctx.catalog.index.version,
    number: input.number,
    integration: integration.slug,
    function: fn.name,
    effect: fn.effect,
    account,
    argumentsHash,
    approval: input.approval,
    callsPerMinute,
    now: ctx.clock(),
  })
  if (!start) throw unknownCaller(ctx)
  const started = judgeStart(start, input.approval, callsPerMinute)
  const { run, number } = input
  const call = { integration, fn, args, argumentsHash, run, number, accountName: account, ...started }
  return proceed(ctx, call)
}

function unknownCaller({ apiTokenHash }: ApiContext): CallFailure {
  return apiTokenHash === null ? new CallFailure('not_signed_in', 'You are not signed in.') : unknownToken()
}
