// Whether a call may be made, must be asked about, or is refused. Pure: the facts come from the database.
import { type Effect } from '../../src/contract/effect.ts'
import { type Origin } from '../../src/contract/script.ts'
import { type Rule } from './effective-rule.ts'

/** What is known of one call when it is decided. */
export interface CallFacts {
  origin: Origin
  integration: string
  effect: Effect
  /** Whether an argument can make the vendor reach elsewhere. */
  openWorld: boolean
  /** The standing rule of the account, see effectiveRule; null where none was set. */
  permission: Rule | null
  /** Whether the user allowed this function on this account until the run ends. */
  allowedForRun: boolean
  /** Whether an approval of exactly this call was used up for it. */
  approved: boolean
  /** Slugs from which this run has read. */
  integrationsRead: readonly string[]
}

export type Decision =
  | { kind: 'allow' }
  /** `readFrom`: the other integrations whose data this call could carry away; empty when that is not the reason. */
  | { kind: 'ask'; mayAllowRun: boolean; readFrom: string[] }
  | { kind: 'deny'; reason: 'permission' | 'link' }

/**
 * Decides one call. The strictest reason comes first: a standing deny beats an approval, a destructive call is
 * asked about each time, and so is what could carry data from one integration to another. Neither a standing
 * `allow` nor "allow for this run" lifts those two.
 */
export function decide(facts: CallFacts): Decision {
  if (facts.origin === 'link') return { kind: 'deny', reason: 'link' }
  if (facts.permission === 'deny') return { kind: 'deny', reason: 'permission' }
  if (facts.approved) return { kind: 'allow' }
  const readFrom = findForeignReads(facts)
  if (facts.effect === 'destructive' || readFrom.length) return { kind: 'ask', mayAllowRun: false, readFrom }
  if (facts.effect === 'read') {
    return facts.permission === 'ask' ? { kind: 'ask', mayAllowRun: false, readFrom } : { kind: 'allow' }
  }
  if (facts.allowedForRun || facts.permission === 'allow') return { kind: 'allow' }
  return { kind: 'ask', mayAllowRun: true, readFrom }
}

/** Where this call could carry data from: integrations read before, for a call that can take data out. */
function findForeignReads({ effect, openWorld, integration, integrationsRead }: CallFacts): string[] {
  if (effect === 'read' && !openWorld) return []
  return integrationsRead.filter((other) => other !== integration)
}
