// Demo, a dry run or Live: who answers the calls of one command, as it was asked for and never otherwise.
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import { type Catalog } from '../../contract/catalog.ts'
import { type CommandCaller, createDemoCaller, createDryCaller } from './callers.ts'
import { type Meta } from './envelope.ts'
import { createServerCaller } from './server-caller.ts'

export interface CallerNeeds {
  catalog: Catalog
  /** What the calls belong to: the server binds its grant to the hash of it. */
  source: string | Uint8Array
  meta: Meta
  env: Record<string, string | undefined>
  /** The decision about a call that asks; null where nobody can be asked. */
  decide(request: ApprovalRequest, signal: AbortSignal): Promise<ApprovalDecision | null>
  /** What to do where nobody can be asked. */
  askHint: string
}

/** @param signal aborts the calls under way */
export function chooseCaller(needs: CallerNeeds, signal: AbortSignal): CommandCaller {
  if (needs.meta.dryRun) return createDryCaller(needs.catalog)
  if (needs.meta.demo) return createDemoCaller(needs.catalog)
  return createServerCaller({ ...needs, signal, decide: (request) => needs.decide(request, signal) })
}
