// Who answers the calls where nothing is sent: the demo vendors, or a dry run.
import { type CallOutcome } from '../../contract/call.ts'
import { type Catalog } from '../../contract/catalog.ts'
import { viewRequest } from '../../contract/http.ts'
import { LIMITS, type Limits } from '../../contract/limits.ts'
import { formatJson, type Value } from '../../contract/value.ts'
import { demoVendors } from '../../demo/registry.generated.ts'
import { createDemo } from '../../run/demo.ts'
import { type Caller, failCall } from '../../run/host.ts'
import { type LiveCaller } from '../../run/live-caller.ts'
import { checkArguments } from '../../vendor/arguments.ts'
import { planCall } from '../../vendor/plan.ts'
import { resolveCall } from '../../vendor/resolve.ts'

export interface CommandCaller extends Pick<LiveCaller, 'call' | 'finish'> {
  /** The limits that a run has by default: on Live those of the server, where it tells them in time. */
  readLimits(): Promise<Limits>
  /** Names of the accounts that `pairs` lists, by integration: on Live those that the token may know. */
  readAccounts(): Promise<Record<string, string[]>>
}

export const readUsualLimits = () => Promise.resolve(LIMITS)

/** What a caller does that knows no server. */
export const WITHOUT_SERVER: Omit<CommandCaller, 'call'> = {
  finish: () => undefined,
  readLimits: readUsualLimits,
  readAccounts: () => Promise.resolve({}),
}

/** Demo: sample data of this run, no network at all. */
export function createDemoCaller(catalog: Catalog): CommandCaller {
  const demo = createDemo(catalog, demoVendors)
  return { ...WITHOUT_SERVER, call: (call) => demo.call(call) }
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
  return { ...WITHOUT_SERVER, call }
}

/** Addresses of an account nobody has named: the defaults, and the examples of the definition. */
function placeholders({ credentials }: Catalog['integrations'][string]): Record<string, string> {
  const fields = credentials.flatMap((group) => group.fields).filter(({ type }) => type === 'url')
  return Object.fromEntries(
    fields.map(({ key, default: fallback, placeholder }) => [key, fallback ?? placeholder ?? '']),
  )
}
