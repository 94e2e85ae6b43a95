// What a script would touch, as the page lists it before anything runs.
import { type Effect } from '../../contract/effect.ts'

/** One function that the script calls, with every account it names for it. */
export interface Touch {
  /** Slug, and the name for people. */
  integration: string
  vendor: string
  function: string
  effect: Effect
  /** Names as in the script; null for the default account. */
  accounts: (string | null)[]
}

export interface Touches {
  functions: Touch[]
  /** Whether the script can call more than is listed, as by a name that is made while it runs. */
  dynamic: boolean
}

export const NO_TOUCHES: Touches = { functions: [], dynamic: false }

/** An integration with one account of it, as the toolbar shows it. */
export interface TouchedAccount {
  integration: string
  vendor: string
  account: string | null
}

/** Each account once, in the order of the script. */
export function listAccounts({ functions }: Touches): TouchedAccount[] {
  const seen = new Map<string, TouchedAccount>()
  for (const { integration, vendor, accounts } of functions) {
    for (const account of accounts) {
      const key = `${integration}.${account ?? ''}`
      if (!seen.has(key)) seen.set(key, { integration, vendor, account })
    }
  }
  return [...seen.values()]
}

/** The functions of each account, worst effect first: what may end something must not be the last line read. */
export function groupByAccount(touches: Touches): { place: TouchedAccount; functions: Touch[] }[] {
  const rank: Record<Effect, number> = { destructive: 0, write: 1, read: 2 }
  return listAccounts(touches).map((place) => ({
    place,
    functions: touches.functions
      .filter(({ integration, accounts }) => integration === place.integration && accounts.includes(place.account))
      .sort((a, b) => rank[a.effect] - rank[b.effect]),
  }))
}
