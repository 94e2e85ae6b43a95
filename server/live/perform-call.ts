// A Live call: drives the plan of a function, sends its requests, and lets nothing secret come back.
import { type FunctionDefinition, type IntegrationDefinition } from '../../src/contract/definition.ts'
import { type CallError, CallFailure } from '../../src/contract/errors.ts'
import { type ReplyView, type RequestView, type VendorReply, type VendorRequest } from '../../src/contract/http.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { formatJson } from '../../src/contract/value.ts'
import { type Arguments } from '../../src/vendor/handler.ts'
import { planCall } from '../../src/vendor/plan.ts'
import { type Egress } from '../egress/egress.ts'
import { type Secret } from '../vault/secret.ts'
import { createAddressRule } from './allowed-address.ts'
import { describeFailure } from './describe-failure.ts'
import { createCallRedactor } from './hidden-fields.ts'

/** Requests that one call may make: more is a plan that does not end. */
const MAX_REQUESTS = 20

export interface LiveCall {
  integration: IntegrationDefinition
  fn: FunctionDefinition
  /** Checked arguments. */
  args: Arguments
  /** Plain values of the account's `url` fields. */
  settings: Record<string, string>
  /** Values of all fields of the account. */
  secrets: Readonly<Record<string, Secret>>
  egress: Egress
  /** Most lists and objects in each other, of a reply. */
  depth: number
  /** Aborts when the caller goes away. */
  signal: AbortSignal
}

/** What the call came to, redacted. `value` is JSON text. An exchange without a reply is the one that failed. */
export type LiveOutcome =
  | { ok: true; value: string; exchanges: { request: RequestView; reply: ReplyView }[] }
  | { ok: false; error: CallError; exchanges: { request: RequestView; reply: ReplyView | null }[] }

/**
 * Makes a call. The time limit is that of the whole call, however many requests it makes. Replies are redacted before
 * the plan reads them, so that a credential which the vendor echoes is in no value, no error and no log.
 *
 * @throws whatever is no CallFailure: a fault of ours, for the log and not for the page
 */
export async function performCall(call: LiveCall): Promise<LiveOutcome> {
  const { integration, fn, args, settings, secrets, egress, signal, depth } = call
  const { redact, redactReply, showRequest, showReply } = createCallRedactor(integration, secrets)
  const address = createAddressRule(integration, egress)
  const deadline = performance.now() + LIMITS.callMs
  const answered: { request: RequestView; reply: ReplyView }[] = []
  let pending: RequestView | null = null

  async function exchange(request: VendorRequest): Promise<VendorReply> {
    pending = showRequest(request)
    if (answered.length >= MAX_REQUESTS) throw new CallFailure('internal', 'The call does not end.')
    address.check(request.url)
    const timeoutMs = deadline - performance.now()
    const reply = redactReply(
      await egress.send(request, secrets, { signal, timeoutMs, mayRedirectTo: address.mayRedirectTo }),
    )
    answered.push({ request: pending, reply: showReply(reply) })
    pending = null
    return reply
  }

  try {
    const plan = planCall(integration, fn, args, settings, address.isPrivate, depth)
    let step = plan.next()
    while (!step.done) step = plan.next(await exchange(step.value))
    return { ok: true, value: checkJson(redact, formatJson(step.value)), exchanges: answered }
  } catch (failure) {
    if (!(failure instanceof CallFailure)) throw failure
    const exchanges = pending ? [...answered, { request: pending, reply: null }] : answered
    return { ok: false, error: describeFailure(failure, integration, fn, redact), exchanges }
  }
}

/** A handler may have decoded what was encoded, so the result is redacted too. */
function checkJson(redact: (text: string) => string, text: string): string {
  const redacted = redact(text)
  if (redacted === text) return text
  try {
    JSON.parse(redacted)
  } catch {
    // The credential stood where no text may stand, as a number: there is nothing to put in its place.
    throw new CallFailure('vendor_error', 'The answer holds a credential of the account and is not shown.')
  }
  return redacted
}
