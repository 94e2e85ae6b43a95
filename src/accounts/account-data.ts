// Accounts as the server shows them, and what came of testing one.
import { type Effect } from '../contract/effect.ts'
import { type Api } from '../run/api.ts'

export type Account = Awaited<ReturnType<Api['accounts']['list']['query']>>[number]
export type TestedHalf = Awaited<ReturnType<Api['accounts']['test']['mutate']>>[number]
export type Rule = Account['permissions'][number]['rule']

/** Puts a changed account in its place, or a new one where it belongs: by integration, then by name. */
export function putAccount(accounts: readonly Account[], changed: Account): Account[] {
  const others = accounts.filter(({ id }) => id !== changed.id).map((other) => dethrone(other, changed))
  return [...others, changed].sort((a, b) => compare(a.integration, b.integration) || compare(a.name, b.name))
}

/** There is one default per integration. */
function dethrone(other: Account, changed: Account): Account {
  return changed.isDefault && other.integration === changed.integration ? { ...other, isDefault: false } : other
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What happens where no rule was set: reads run, writes and destructive calls ask. */
export const DEFAULT_RULES: Record<Effect, Rule> = { read: 'allow', write: 'ask', destructive: 'ask' }

/** Which rules can be chosen. A destructive call asks each time, so that allowing it would say nothing. */
export const RULES: Record<Effect, readonly Rule[]> = {
  read: ['allow', 'ask', 'deny'],
  write: ['allow', 'ask', 'deny'],
  destructive: ['ask', 'deny'],
}

/** The rule that counts for an effect. */
export function ruleOf({ permissions }: Account, effect: Effect): Rule {
  const set = permissions.find(({ kind, subject }) => kind === 'effect' && subject === effect)?.rule
  return set && RULES[effect].includes(set) ? set : DEFAULT_RULES[effect]
}
