// The question that a call raises: made by the server, from the definition and the checked arguments alone.
import { nanoid } from 'nanoid'
import { type ApprovalRequest, type CallOutcome } from '../../../src/contract/call.ts'
import { CallFailure, callError } from '../../../src/contract/errors.ts'
import { type RequestView, viewRequest } from '../../../src/contract/http.ts'
import { LIMITS } from '../../../src/contract/limits.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { askAboutCall } from '../../db/queries/finish-call.ts'
import { type Decision } from '../../policy/decide.ts'
import { type ApiContext } from '../context.ts'
import { formatCanonical } from './canonical.ts'
import { type PlacedCall } from './granted-call.ts'
import { openAccount } from './open-account.ts'

type Question = Extract<Decision, { kind: 'ask' }>

/** Stores the question and answers `approval_required` with it. */
export async function askAbout(ctx: ApiContext, call: PlacedCall, question: Question): Promise<CallOutcome> {
  const now = ctx.clock()
  const { account, fn, integration } = call
  const expiresAt = new Date(now.getTime() + LIMITS.approvalMs)
  const approval: ApprovalRequest = {
    id: nanoid(),
    integration: integration.slug,
    function: fn.name,
    account: account.name,
    effect: fn.effect,
    arguments: formatCanonical(call.args),
    preview: previewRequest(ctx, call),
    mayAllowRun: question.mayAllowRun,
    inverse: fn.inverse ?? null,
    readFrom: question.readFrom,
    expiresAt: expiresAt.toISOString(),
  }
  await askAboutCall(
    ctx.pool,
    call.user,
    call.audit,
    {
      id: approval.id,
      run: call.run,
      number: call.number,
      account: account.id,
      function: fn.name,
      argumentsHash: call.argumentsHash,
      mayAllowRun: question.mayAllowRun,
      expiresAt,
    },
    now,
  )
  const place = { integration: integration.slug, function: fn.name, account: account.name }
  const error = callError('approval_required', explainQuestion(call, question), place)
  return { ok: false, error, account: account.name, exchanges: [], approval }
}

/** The first request that the call would send. Nothing is sent; secrets stand as the names of their fields. */
function previewRequest(ctx: ApiContext, { account, args, fn, integration, user }: PlacedCall): RequestView {
  const { settings } = openAccount(ctx.vault, user, integration, account)
  const isPrivate = (hostAndPort: string) => ctx.settings.privateHosts.includes(hostAndPort)
  const first = planCall(integration, fn, args, settings, isPrivate).next()
  if (first.done) throw new CallFailure('internal', `${integration.slug}.${fn.name} makes no request to ask about.`)
  return viewRequest(first.value)
}

function explainQuestion({ account, fn, integration }: PlacedCall, { readFrom }: Question): string {
  const call = `${integration.slug}.${fn.name} on the account "${account.name}"`
  if (readFrom.length) return `${call} needs your consent: this run has read from ${readFrom.join(', ')}.`
  return `${call} needs your consent.`
}
