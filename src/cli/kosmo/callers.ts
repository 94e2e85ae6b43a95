// Who answers the calls of a script: the demo vendors, a server, or nobody when nothing may be sent.
import { createTRPCClient, httpLink } from '@trpc/client'
import { type AppRouter } from '../../../server/api/router.ts'
import { type ApprovalDecision, type ApprovalRequest, type CallOutcome } from '../../contract/call.ts'
import { type Catalog } from '../../contract/catalog.ts'
import { CallFailure } from '../../contract/errors.ts'
import { viewRequest } from '../../contract/http.ts'
import { parseLimits } from '../../contract/limit-settings.ts'
import { LIMITS, type Limits } from '../../contract/limits.ts'
import { formatJson, type Value } from '../../contract/value.ts'
import { demoVendors } from '../../demo/registry.generated.ts'
import { createLiveApi } from '../../run/api.ts'
import { createDemo } from '../../run/demo.ts'
import { type Caller, failCall } from '../../run/host.ts'
import { createLiveCaller, type LiveCaller } from '../../run/live-caller.ts'
import { checkArguments } from '../../vendor/arguments.ts'
import { planCall } from '../../vendor/plan.ts'
import { resolveCall } from '../../vendor/resolve.ts'

export interface CommandCaller extends Pick<LiveCaller, 'call' | 'finish'> {
  /** The limits that a run has by default: on Live those of the server, where it tells them in time. */
  readLimits(): Promise<Limits>
}

const LIMITS_MS = 5_000
const readLimits = () => Promise.resolve(LIMITS)

/** Demo: sample data of this run, no network at all. */
export function createDemoCaller(catalog: Catalog): CommandCaller {
  const demo = createDemo(catalog, demoVendors)
  return { call: (call) => demo.call(call), finish: () => undefined, readLimits }
}

/**
 * A dry run: each call is checked and its first request built, as it would be sent, and nothing is sent.
 * The script gets an empty result of the kind that the function has.
 */
export function createDryCaller(catalog: Catalog): CommandCaller {
  const call: Caller = (asked) => {
    try {
      const { integration, fn } = resolveCall(catalog, asked)
      const args = checkArguments(fn, asked.arguments)
      const step = planCall(integration, fn, args, placeholders(integration), () => true).next()
      const requests = step.done ? [] : [viewRequest(step.value)]
      const empty: Value = fn.output.type === 'array' ? [] : fn.output.type === 'object' ? {} : null
      const outcome: CallOutcome = {
        ok: true,
        value: formatJson(empty),
        account: asked.account,
        exchanges: requests.map((request) => ({ request, reply: { status: 0, body: '' } })),
      }
      return Promise.resolve(outcome)
    } catch (error) {
      return Promise.resolve(failCall(asked, error))
    }
  }
  return { call, finish: () => undefined, readLimits }
}

/** Addresses of an account nobody has named: the defaults, and the examples of the definition. */
function placeholders({ credentials }: Catalog['integrations'][string]): Record<string, string> {
  const fields = credentials.flatMap((group) => group.fields).filter(({ type }) => type === 'url')
  return Object.fromEntries(
    fields.map(({ key, default: fallback, placeholder }) => [key, fallback ?? placeholder ?? '']),
  )
}

export interface LiveOptions {
  catalog: Catalog
  source: string
  env: Record<string, string | undefined>
  signal: AbortSignal
  decide(request: ApprovalRequest): Promise<ApprovalDecision | null>
}

/** Live: through the server that KOSMO_SERVER names, with the token in KOSMO_TOKEN. */
export function createServerCaller({ catalog, source, env, signal, decide }: LiveOptions): CommandCaller {
  const { KOSMO_SERVER: server, KOSMO_TOKEN: token } = env
  if (server && !URL.canParse(server)) return refuseAll(`KOSMO_SERVER is no address: ${server}.`)
  if (!server || !token) {
    return refuseAll(`There is no ${server ? 'KOSMO_TOKEN' : 'KOSMO_SERVER'}, so there is nobody to make the call.`)
  }
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: new URL('/api/trpc', server).href,
        methodOverride: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }),
    ],
  })
  const ask = async (_number: number, request: ApprovalRequest) => {
    const decision = await decide(request)
    if (decision) return decision
    throw new CallFailure('approval_required', `${request.integration}.${request.function} asks for your consent.`, {
      hint: 'Run the command at a terminal, or add --force within the scopes of the token.',
    })
  }
  const caller = createLiveCaller({
    ...{ api: createLiveApi(api), source, origin: 'mine', catalog: catalog.index.version },
    ...{ accounts: {}, signal, ask },
  })
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(LIMITS_MS)])
  return {
    ...caller,
    // A server that does not answer shows itself again, as the error of the first call.
    readLimits: () =>
      api.session.get.query(undefined, { signal: inTime }).then(({ limits }) => parseLimits(limits), readLimits),
  }
}

/** A caller that makes no call, and says why. */
function refuseAll(message: string): CommandCaller {
  const hint =
    'Make an API token under Accounts of your server, set KOSMO_SERVER to its address and KOSMO_TOKEN to the token; or add --demo for sample data.'
  return {
    call: (call) => Promise.resolve(failCall(call, new CallFailure('not_signed_in', message, { hint }))),
    finish: () => undefined,
    readLimits,
  }
}
