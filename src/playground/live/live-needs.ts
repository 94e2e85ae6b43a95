// What stands between a script and a Live run, as far as the page can tell before it starts.
import { type AccountChoice } from '../../contract/snippet.ts'
import { findAccount, readChoice } from './account-choice.ts'
import { type Session } from './session.ts'
import { listAccounts, type TouchedAccount, type Touches } from './touches.ts'

export type LiveNeed =
  | { kind: 'wait' }
  | { kind: 'server' }
  | { kind: 'sign-in' }
  /** No account stands for this name; `chosen` is one that did and is gone. */
  | ({ kind: 'connect'; chosen: string | null } & TouchedAccount)

/**
 * Everything that must happen first; empty when the run may start. The server checks all of it again: a script that
 * hides its calls gets the same refusal there.
 */
export function findNeeds(touches: Touches, session: Session, choice: AccountChoice): LiveNeed[] {
  if (session.phase === 'unknown') return [{ kind: 'wait' }]
  if (session.phase === 'unreachable') return [{ kind: 'server' }]
  if (session.phase === 'signed-out') return [{ kind: 'sign-in' }]
  return listAccounts(touches)
    .filter((touched) => findAccount(choice, session.accounts, touched) === null)
    .map((touched) => ({ kind: 'connect', chosen: readChoice(choice, touched), ...touched }))
}
