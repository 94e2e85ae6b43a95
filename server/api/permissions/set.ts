// permissions.set: a standing rule for one function, or for all functions of one effect, on one account.
import { z } from 'zod'
import { CallFailure } from '../../../src/contract/errors.ts'
import { Effect } from '../../../src/contract/effect.ts'
import { setPermission } from '../../db/queries/permissions.ts'
import { Account, Id, viewAccount } from '../accounts/account.ts'
import { requireAccount, requireIntegration } from '../accounts/require-account.ts'
import { signedIn } from '../trpc.ts'

const Rule = z.enum(['allow', 'ask', 'deny'])

const Input = z.union([
  z.strictObject({ account: Id, effect: Effect, rule: Rule }),
  z.strictObject({ account: Id, function: z.string().max(64), rule: Rule }),
])

export const permissionsSet = signedIn
  .input(Input)
  .output(Account)
  .mutation(async ({ ctx, input }) => {
    const account = await requireAccount(ctx, input.account)
    const subject = 'effect' in input ? input.effect : input.function
    if ('function' in input) {
      const { functions, name } = requireIntegration(ctx, account.integration)
      if (!functions.some((fn) => fn.name === subject)) {
        throw new CallFailure('unknown_function', `${name} has no such function.`)
      }
    }
    const kind = 'effect' in input ? 'effect' : 'function'
    await setPermission(ctx.db, ctx.user.id, account.id, { kind, subject, rule: input.rule })
    return viewAccount(ctx.catalog, await requireAccount(ctx, account.id))
  })
