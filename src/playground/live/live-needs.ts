// What stands between a script and a Live run, as far as the page can tell before it starts.
import { type AccountChoice } from '../../contract/snippet.ts'
import { listAccounts, type Touches } from './touches.ts'

/** What the page knows of an account; never a value of its fields. */
export interface KnownAccount {
  integration: string
  name: string
  isDefault: boolean
}

export interface Session {
  /** `unknown`: not asked yet; `unreachable`: no answer, as on a site that is served without a server. */
  phase: 'unknown' | 'signed-out' | 'signed-in' | 'unreachable'
  accounts: readonly KnownAccount[]
}

export type LiveNeed =
  | { kind: 'wait' }
  | { kind: 'server' }
  | { kind: 'sign-in' }
  /** `account` is the name that the script asks for; null for any. */
  | { kind: 'connect'; integration: string; vendor: string; account: string | null }

/**
 * Everything that must happen first; empty when the run may start. The server checks all of it again: a script that
 * hides its calls gets the same refusal there.
 */
export function findNeeds(touches: Touches, session: Session): LiveNeed[] {
  if (session.phase === 'unknown') return [{ kind: 'wait' }]
  if (session.phase === 'unreachable') return [{ kind: 'server' }]
  if (session.phase === 'signed-out') return [{ kind: 'sign-in' }]
  return listAccounts(touches)
    .filter(({ integration, account }) => !hasAccount(session.accounts, integration, account))
    .map((touched) => ({ kind: 'connect', ...touched }))
}

/** Names of the accounts that may stand for the default one of an integration, the default first. */
export function listChoices(accounts: readonly KnownAccount[], integration: string): string[] {
  return accounts
    .filter((account) => account.integration === integration)
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ name }) => name)
}

/** The choices that still stand: an account may have been renamed or deleted since. */
export function keepKnown(chosen: AccountChoice, accounts: readonly KnownAccount[]): AccountChoice {
  const keep = (slug: string, names: AccountChoice[string]) =>
    Object.fromEntries(Object.entries(names).filter(([, name]) => hasAccount(accounts, slug, name)))
  return Object.fromEntries(Object.entries(chosen).map(([slug, names]) => [slug, keep(slug, names)]))
}

function hasAccount(accounts: readonly KnownAccount[], integration: string, name: string | null): boolean {
  return accounts.some((known) => known.integration === integration && (name === null || known.name === name))
}
