// Demo: calls answered in the page by fakes of the vendors, through the same requests and replies as Live.
import { type Call, type CallOutcome } from '../contract/call.ts'
import { type Catalog } from '../contract/catalog.ts'
import { CallFailure, callError } from '../contract/errors.ts'
import { type Auth, viewRequest, type VendorReply, type VendorRequest } from '../contract/http.ts'
import { formatLimit } from '../contract/format-limit.ts'
import { LIMITS, type Limits } from '../contract/limits.ts'
import { formatJson, type Value } from '../contract/value.ts'
import * as z from '../contract/zod.ts'
import { DEMO_CLOCK, type DemoVendor } from '../demo/vendor.ts'
import { checkArguments } from '../vendor/arguments.ts'
import { hideReplySecrets } from '../vendor/hidden.ts'
import { planCall } from '../vendor/plan.ts'
import { resolveCall } from '../vendor/resolve.ts'

/** Loads a demo vendor, by slug; see src/demo/registry.generated.ts. */
export type DemoVendors = Record<string, () => Promise<DemoVendor<unknown>>>

export interface Demo {
  /** Answers a call. Never rejects: failures are outcomes. Any account name is accepted. */
  call(call: Call): Promise<CallOutcome>
  /** Goes back to fresh sample data, for every account. */
  reset(): void
  /** The state as JSON text, for the tab's storage. */
  save(): string
  /** Takes a saved state back; one of another version is ignored, and the sample data stays. */
  load(saved: string): void
}

type Exchange = { request: VendorRequest; reply: VendorReply }

/**
 * Creates the Demo of a catalog. Every pair of integration and account has a state of its own, so that a script
 * with two accounts sees two sets of data.
 *
 * @param vendors the demo vendors; an integration without one answers `no_demo`
 */
export function createDemo(catalog: Catalog, vendors: DemoVendors, limits: Limits = LIMITS): Demo {
  let states = new Map<string, unknown>()
  return {
    async call(call) {
      const exchanges: Exchange[] = []
      try {
        const value = await answerCall({ catalog, vendors, limits }, states, call, exchanges)
        return {
          ok: true,
          value: formatJson(value),
          account: call.account,
          exchanges: showExchanges(catalog, call, exchanges),
        }
      } catch (error) {
        const known = error instanceof CallFailure ? error.error : callError('internal', String(error))
        const names = { integration: call.integration, function: call.function, ...nameAccount(call) }
        return {
          ok: false,
          error: { ...known, ...names },
          account: call.account,
          exchanges: showExchanges(catalog, call, exchanges),
        }
      }
    },
    reset: () => states.clear(),
    save: () => JSON.stringify({ catalog: catalog.index.version, states: [...states] }),
    load: (saved) => {
      states = readStates(saved, catalog.index.version) ?? states
    },
  }
}

async function answerCall(
  { catalog, vendors, limits }: { catalog: Catalog; vendors: DemoVendors; limits: Limits },
  states: Map<string, unknown>,
  call: Call,
  exchanges: Exchange[],
): Promise<Value> {
  const { integration, fn } = resolveCall(catalog, call)
  const args = checkArguments(fn, call.arguments, limits)
  const load = Object.hasOwn(vendors, integration.slug) ? vendors[integration.slug] : undefined
  if (!load) throw new CallFailure('no_demo', `${integration.name} has no demo`)
  const vendor = await load()
  const key = `${integration.slug}/${call.account ?? 'default'}`
  const plan = planCall(integration, fn, args, vendor.settings, undefined, limits.depth)
  let step = plan.next()
  while (!step.done) {
    const request = step.value
    const sent = { ...request, headers: buildHeaders(request, vendor.secrets) }
    // Calls of one script can overlap, so the state is read and written without a pause between.
    const answer = vendor.answer(states.get(key) ?? vendor.initial(), sent, DEMO_CLOCK)
    states.set(key, answer.state)
    refuseLong(integration.name, answer.reply, limits.replyBytes)
    exchanges.push({ request, reply: answer.reply })
    step = plan.next(answer.reply)
  }
  return step.value
}

/** As on Live: a reply that is too long is not even looked at. */
function refuseLong(name: string, { body }: VendorReply, most: number): void {
  if (new TextEncoder().encode(body).length <= most) return
  throw new CallFailure('reply_too_large', `${name} answered with more than ${formatLimit(most, 'bytes')}.`)
}

/** Header names in lower case, with the Authorization that the vendor would see. */
function buildHeaders(request: VendorRequest, secrets: Record<string, string>): Record<string, string> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])
  if (request.auth) headers.push(['authorization', buildAuth(request.auth, secrets)])
  return Object.fromEntries(headers) as Record<string, string>
}

function buildAuth(auth: Auth, secrets: Record<string, string>): string {
  if (auth.kind === 'bearer') return `${auth.prefix ?? 'Bearer'} ${secrets[auth.field] ?? ''}`
  return `Basic ${btoa(`${secrets[auth.username] ?? ''}:${secrets[auth.password] ?? ''}`)}`
}

function showExchanges(catalog: Catalog, call: Call, exchanges: readonly Exchange[]) {
  const integration = catalog.integrations[call.integration]
  return exchanges.map(({ request, reply }) => ({
    request: viewRequest(request),
    reply: { status: reply.status, body: integration ? hideReplySecrets(integration, reply.body) : reply.body },
  }))
}

function nameAccount({ account }: Call): { account?: string } {
  return account === null ? {} : { account }
}

const Saved = z.object({ catalog: z.string(), states: z.array(z.tuple([z.string(), z.unknown()])) })

/** The states of a saved text; null when it is none, or was saved by another version of the site. */
function readStates(saved: string, version: string): Map<string, unknown> | null {
  try {
    const { catalog, states } = Saved.parse(JSON.parse(saved))
    return catalog === version ? new Map(states) : null
  } catch {
    return null
  }
}
