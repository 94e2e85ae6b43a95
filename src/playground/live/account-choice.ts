// Which of the reader's accounts stands for each account name of a script: chosen, suggested, looked up.
import { type AccountChoice } from '../../contract/snippet.ts'
import { type KnownAccount } from './session.ts'
import { type TouchedAccount } from './touches.ts'

/** How a choice names the account of calls that name none. */
const UNNAMED = 'default'

type AccountPlace = Pick<TouchedAccount, 'integration' | 'account'>

/** Names of the reader's accounts of an integration, the default first. */
export function listChoices(accounts: readonly KnownAccount[], integration: string): string[] {
  return accounts
    .filter((account) => account.integration === integration)
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ name }) => name)
}

/** What was chosen for a name; null where it was left open. */
export function readChoice(choice: AccountChoice, { integration, account }: AccountPlace): string | null {
  // A slug or a name may be a word that every object of JavaScript has.
  const names = Object.hasOwn(choice, integration) ? choice[integration]! : {}
  const name = account ?? UNNAMED
  return Object.hasOwn(names, name) ? names[name]! : null
}

/** @param chosen null leaves it open again */
export function writeChoice(
  choice: AccountChoice,
  { integration, account }: AccountPlace,
  chosen: string | null,
): AccountChoice {
  const names = new Map(Object.entries(Object.hasOwn(choice, integration) ? choice[integration]! : {}))
  if (chosen === null) names.delete(account ?? UNNAMED)
  else names.set(account ?? UNNAMED, chosen)
  const all = new Map(Object.entries(choice)).set(integration, Object.fromEntries(names))
  if (!names.size) all.delete(integration)
  return Object.fromEntries(all)
}

/** The account that a Live run would use for a name of the script, as the server decides it; null when there is none. */
export function findAccount(
  choice: AccountChoice,
  accounts: readonly KnownAccount[],
  place: AccountPlace,
): string | null {
  const mine = listChoices(accounts, place.integration)
  const wanted = readChoice(choice, place) ?? place.account ?? mine[0]
  return mine.find((name) => name === wanted) ?? null
}

/** What a taking over begins with: the account of the same name, else the reader's default one. */
export function suggestChoice(touched: readonly TouchedAccount[], accounts: readonly KnownAccount[]): AccountChoice {
  let choice: AccountChoice = {}
  for (const place of touched) {
    const mine = listChoices(accounts, place.integration)
    const name = mine.find((candidate) => candidate === place.account) ?? mine[0]
    if (name) choice = writeChoice(choice, place, name)
  }
  return choice
}
