// One half of an account, tested by the read call that its definition names.
import { type CredentialGroup, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type CallError, CallFailure } from '../../../src/contract/errors.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { resolveCall } from '../../../src/vendor/resolve.ts'
import { completeCall } from '../../db/queries/finish-call.ts'
import { noteTest, type TestedAccount } from '../../db/queries/test-account.ts'
import { performCall } from '../../live/perform-call.ts'
import { type OpenedAccount } from '../calls/open-account.ts'
import { type SignedInContext } from '../context.ts'

/** Makes the call; answers what it failed with, or null. Its audit row is there before anything is sent. */
export async function testGroup(
  ctx: SignedInContext,
  integration: IntegrationDefinition,
  group: CredentialGroup,
  account: TestedAccount,
  opened: OpenedAccount,
): Promise<CallError | null> {
  const call = { integration: integration.slug, function: group.test.function, account: account.name }
  const { fn } = resolveCall(ctx.catalog, call)
  if (fn.effect !== 'read') throw new CallFailure('internal', `The test of ${group.key} is not a read call.`)
  const args = checkArguments(fn, JSON.stringify(group.test.arguments))
  const audit = await noteTest(ctx.pool, ctx.user.id, call, ctx.clock())
  const began = performance.now()
  const { egress, signal } = ctx
  const { depth } = ctx.settings.limits
  const made = await performCall({ integration, fn, args, ...opened, egress, signal, depth })
  const result = {
    outcome: made.ok ? 'ok' : made.error.code,
    status: made.exchanges.at(-1)?.reply?.status ?? null,
    milliseconds: performance.now() - began,
    bytes: made.ok ? Buffer.byteLength(made.value) : 0,
    usedAccount: account.id,
    read: null,
  }
  await completeCall(ctx.pool, ctx.user.id, audit, result, ctx.clock())
  return made.ok ? null : { ...call, ...made.error }
}
