// How a tab runs its scripts, as pages hand it to the playground: Demo or Live, and on which accounts.
import { type Mode } from '../contract/script.ts'
import { AccountChoice } from '../contract/snippet.ts'
import { markSiteScript } from './site-script.ts'

/** Holds whether this tab is on Demo or Live. */
export const MODE_KEY = 'kosmo.mode'
const ACCOUNTS_KEY = 'kosmo.accounts'

/** Before a script of this site is opened to run on an account of the reader's. */
export function handOverLive(
  tab: Pick<Storage, 'getItem' | 'setItem'>,
  hash: string,
  { integration, name }: { integration: string; name: string },
): void {
  markSiteScript(tab, hash)
  tab.setItem(MODE_KEY, 'live' satisfies Mode)
  const kept = readAccounts(tab)
  keepAccounts(tab, { ...kept, [integration]: { ...kept[integration], default: name } })
}

/** The accounts that were chosen in this tab; none where nothing readable was kept. */
export function readAccounts(tab: Pick<Storage, 'getItem'>): AccountChoice {
  try {
    return AccountChoice.parse(JSON.parse(tab.getItem(ACCOUNTS_KEY) ?? '{}'))
  } catch {
    return {}
  }
}

export function keepAccounts(tab: Pick<Storage, 'setItem'>, accounts: AccountChoice): void {
  tab.setItem(ACCOUNTS_KEY, JSON.stringify(accounts))
}
