// What becomes of a call that the first statement let through: refused, asked about, or made. One statement ends it.
import { type CallOutcome } from '../../../src/contract/call.ts'
import { CallFailure, callError } from '../../../src/contract/errors.ts'
import { completeCall } from '../../db/queries/finish-call.ts'
import { decide } from '../../policy/decide.ts'
import { effectiveRule } from '../../policy/effective-rule.ts'
import { type ApiContext } from '../context.ts'
import { askAbout } from './ask-about.ts'
import { type CountedCall, type PlacedCall } from './granted-call.ts'
import { type Made, makeVendorCall } from './make-vendor-call.ts'
import { missingAccount } from './missing-account.ts'
import { requireGroup } from './require-group.ts'

/** Decides a counted call and does what was decided. Its audit row is completed whatever happens. */
export async function proceed(ctx: ApiContext, call: CountedCall): Promise<CallOutcome> {
  const began = performance.now()
  const account = call.account?.name ?? call.grant.chosenAccount ?? call.accountName
  let unknown: unknown
  let made: Made
  try {
    const placed = requireAccount(call)
    requireGroup(placed.integration, placed.fn, placed.account)
    const decision = judge(placed)
    if (decision.kind === 'ask') return await askAbout(ctx, placed, decision)
    made = await makeVendorCall(ctx, placed)
  } catch (error) {
    if (!(error instanceof CallFailure)) unknown = error
    const failure = error instanceof CallFailure ? error.error : callError('internal', 'The call failed.')
    if (unknown === undefined && failure.code === 'internal') ctx.reportError(error)
    made = { outcome: { ok: false, error: failure, account, exchanges: [] }, status: null, sent: false }
  }
  await record(ctx, call, made, performance.now() - began)
  if (unknown !== undefined) throw unknown
  return nameCall(call, made.outcome, account)
}

function requireAccount(call: CountedCall): PlacedCall {
  const { account, accountName, grant, integration } = call
  if (!account) throw missingAccount(integration, accountName, grant.chosenAccount)
  return { ...call, account }
}

function judge({ account, approved, allowedForRun, fn, grant, integration }: PlacedCall) {
  const decision = decide({
    origin: grant.origin,
    integration: integration.slug,
    effect: fn.effect,
    openWorld: fn.openWorld !== undefined,
    permission: effectiveRule(account.permissions, fn.effect, fn.name),
    allowedForRun,
    approved,
    integrationsRead: grant.integrationsRead,
  })
  if (decision.kind !== 'deny') return decision
  throw new CallFailure('denied', `The permissions of your account "${account.name}" deny ${fn.name}.`, {
    hint: 'Change the permission under Accounts.',
  })
}

async function record(ctx: ApiContext, call: CountedCall, made: Made, milliseconds: number): Promise<void> {
  const { outcome, status, sent } = made
  await completeCall(
    ctx.pool,
    call.user,
    call.audit,
    {
      outcome: outcome.ok ? 'ok' : outcome.error.code,
      status,
      milliseconds,
      bytes: outcome.ok ? Buffer.byteLength(outcome.value) : 0,
      usedAccount: sent ? (call.account?.id ?? null) : null,
      // A failed read counts too: what the vendor says of the failure also reaches the script.
      read: sent && call.fn.effect === 'read' ? { run: call.run, integration: call.integration.slug } : null,
    },
    ctx.clock(),
  )
}

/** An error says of which call it is. */
function nameCall(call: CountedCall, outcome: CallOutcome, account: string | null): CallOutcome {
  if (outcome.ok) return outcome
  const place = { integration: call.integration.slug, function: call.fn.name, ...(account !== null && { account }) }
  return { ...outcome, error: { ...place, ...outcome.error } }
}
