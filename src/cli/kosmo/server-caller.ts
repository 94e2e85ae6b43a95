// The calls of a Live run: through the server that KOSMO_SERVER names, with the token in KOSMO_TOKEN.
import { createTRPCClient, httpLink } from '@trpc/client'
import type { AppRouter } from '../../../server/api/router.ts'
import { type ApprovalDecision, type ApprovalRequest, type CallOutcome } from '../../contract/call.ts'
import { type Catalog } from '../../contract/catalog.ts'
import { CallFailure } from '../../contract/errors.ts'
import { parseLimits } from '../../contract/limit-settings.ts'
import { ACCOUNT } from '../../contract/names.ts'
import * as z from '../../contract/zod.ts'
import { createLiveApi } from '../../run/api.ts'
import { groupNames } from '../../run/group-names.ts'
import { failCall } from '../../run/host.ts'
import { type LiveApi } from '../../run/live.ts'
import { createLiveCaller } from '../../run/live-caller.ts'
import { type CommandCaller, readUsualLimits, WITHOUT_SERVER } from './callers.ts'
import { fetchDirect } from './fetch-direct.ts'

/** How long the script waits for what the server tells before it begins. */
const TOLD_MS = 5_000
/** Names that no account can have would be errors of Lua. */
const AccountNames = z.array(z.object({ integration: z.string(), name: z.string().regex(ACCOUNT) }))

export interface ServerOptions {
  catalog: Catalog
  source: string | Uint8Array
  env: Record<string, string | undefined>
  signal: AbortSignal
  /** See CallerNeeds. */
  decide(request: ApprovalRequest): Promise<ApprovalDecision | null>
  askHint: string
}

/** Where the server or the token is missing or no such thing, every call fails and says so. */
export function createServerCaller({ catalog, source, env, signal, decide, askHint }: ServerOptions): CommandCaller {
  const [server, token] = [env['KOSMO_SERVER']?.trim(), env['KOSMO_TOKEN']?.trim()]
  if (!server || !token) {
    return refuseAll(`There is no ${server ? 'KOSMO_TOKEN' : 'KOSMO_SERVER'}, so there is nobody to make the call.`)
  }
  const origin = readOrigin(server)
  if (!origin) return refuseAll('KOSMO_SERVER must be an address such as https://lua.example.com, without a password.')
  if (!/^[!-~]+$/.test(token)) return refuseAll('KOSMO_TOKEN is no API token.')
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        ...{ url: `${origin}/api/trpc`, methodOverride: 'POST', fetch: fetchDirect },
        headers: { authorization: `Bearer ${token}` },
      }),
    ],
  })
  const ask = async (_number: number, request: ApprovalRequest) => {
    const decision = await decide(request)
    if (decision) return decision
    const name = `${request.integration}.${request.function}`
    throw new CallFailure('approval_required', `${name} asks for your consent.`, { hint: askHint })
  }
  const caller = createLiveCaller({
    ...{ api: nameServer(createLiveApi(api), origin), source, origin: 'mine', catalog: catalog.index.version },
    ...{ accounts: {}, signal, ask },
  })
  // A signal of a timer alone never comes in Node 20 when nothing but `any` holds it.
  const late = new AbortController()
  setTimeout(() => {
    late.abort()
  }, TOLD_MS).unref()
  const inTime = AbortSignal.any([signal, late.signal])
  return {
    ...caller,
    // A server that does not answer, or has limits that are not known here, shows itself again at the first call.
    readLimits: () =>
      api.session.get
        .query(undefined, { signal: inTime })
        .then(({ limits }) => parseLimits(limits))
        .catch(readUsualLimits),
    // Where the token may not know them there are none to list; any can be called.
    readAccounts: () =>
      api.accounts.names
        .query(undefined, { signal: inTime })
        .then((names) => groupNames(AccountNames.parse(names)))
        .catch(() => ({})),
  }
}

/** `https://host:port` of an address that a request can be sent to; null for any other. */
function readOrigin(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password
  return isUsable ? url.origin : null
}

/** Says in errors which server it is, and where its pages are: whoever runs a command sees no address bar. */
function nameServer(api: LiveApi, origin: string): LiveApi {
  const explain = (error: unknown): never => {
    const { code, message } = error instanceof CallFailure ? error.error : {}
    if (code === 'stale_page') {
      throw new CallFailure(code, `The command is not of the version that ${origin} runs.`, {
        hint: `Install it again: npm install --global ${origin}/kosmo.tgz`,
      })
    }
    if ((code !== 'offline' && code !== 'internal') || !message?.startsWith('The server')) throw error
    throw new CallFailure(code, message.replace('The server', origin), {
      hint: 'Check that KOSMO_SERVER is the address of your server, and the connection to it.',
    })
  }
  const placeHint = (outcome: CallOutcome): CallOutcome => {
    if (outcome.ok) return outcome
    const hint = outcome.error.hint.replace(' at /accounts/', ` at ${origin}/accounts/`)
    return { ...outcome, error: { ...outcome.error, hint } }
  }
  return {
    ...api,
    startRun: (input, signal) => api.startRun(input, signal).catch(explain),
    makeCall: (input, signal) => api.makeCall(input, signal).then(placeHint, explain),
    decide: (input, signal) => api.decide(input, signal).catch(explain),
  }
}

/** A caller that makes no call, and says why. */
function refuseAll(message: string): CommandCaller {
  const hint =
    'Make an API token under Accounts of your server, set KOSMO_SERVER to its address and KOSMO_TOKEN to the token; or add --demo for sample data.'
  return {
    ...WITHOUT_SERVER,
    call: (call) => Promise.resolve(failCall(call, new CallFailure('not_signed_in', message, { hint }))),
  }
}
