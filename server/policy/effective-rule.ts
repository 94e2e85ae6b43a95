// Which of an account's standing rules counts for a function.
import { type Effect } from '../../src/contract/effect.ts'

export type Rule = 'allow' | 'ask' | 'deny'

export interface Permission {
  kind: 'effect' | 'function'
  /** The effect, or the name of the function. */
  subject: string
  rule: Rule
}

/** The rule of the function itself, else the rule of its effect, else null. */
export function effectiveRule(permissions: readonly Permission[], effect: Effect, fn: string): Rule | null {
  const find = (kind: Permission['kind'], subject: string) =>
    permissions.find((permission) => permission.kind === kind && permission.subject === subject)?.rule
  return find('function', fn) ?? find('effect', effect) ?? null
}
