// A call that may be made: the vault opens, the vendor is asked, the reply is shaped.
import { type CallOutcome } from '../../../src/contract/call.ts'
import { performCall } from '../../live/perform-call.ts'
import { type ApiContext } from '../context.ts'
import { type PlacedCall } from './granted-call.ts'
import { openAccount } from './open-account.ts'

/** What a call came to, and what its audit row says of it. */
export interface Made {
  outcome: CallOutcome
  /** HTTP status of the last reply; null where there was none. */
  status: number | null
  /** Whether anything was sent to the vendor. */
  sent: boolean
}

export async function makeVendorCall(ctx: ApiContext, call: PlacedCall): Promise<Made> {
  const { account, args, fn, integration, user } = call
  const opened = openAccount(ctx.vault, user, integration, account)
  const { egress, settings, signal, slots } = ctx
  const { depth } = settings.limits
  const made = await slots.use(user, () => performCall({ integration, fn, args, ...opened, egress, signal, depth }))
  const status = made.exchanges.at(-1)?.reply?.status ?? null
  return { outcome: { ...made, account: account.name }, status, sent: made.exchanges.length > 0 }
}
