// All that decides whether a script may run Live: what it touches, who is signed in, which accounts there are.
import { useMemo, useState } from 'react'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type Mode } from '../../contract/script.ts'
import { type AccountChoice } from '../../contract/snippet.ts'
import { keepAccounts, readAccounts } from '../../run/hand-over.ts'
import { type Script } from '../script/script-state.ts'
import { tabStore } from '../script/stores.ts'
import { findNeeds, keepKnown, type KnownAccount, type LiveNeed } from './live-needs.ts'
import { scanTouches } from './scan-touches.ts'
import { NO_TOUCHES, type Touches } from './touches.ts'
import { type ReadSession, useSession } from './use-session.ts'

export interface Live {
  touches: Touches
  needs: LiveNeed[]
  /** Why the script cannot run now; null when it can. */
  blocked: string | null
  accounts: readonly KnownAccount[]
  /** Which account stands for the default one, where the reader chose. */
  chosen: AccountChoice
  choose(integration: string, account: string): void
}

export function useLive(script: Script, mode: Mode, index: CatalogIndex | null, readSession: ReadSession): Live {
  const { source } = script
  const touches = useMemo(() => (index ? scanTouches(source, index) : NO_TOUCHES), [source, index])
  const session = useSession(readSession, mode === 'live')
  const [chosen, setChosen] = useState(() => readAccounts(tabStore))
  const needs = useMemo(() => (mode === 'live' ? findNeeds(touches, session) : []), [mode, touches, session])
  return {
    touches,
    needs,
    blocked: needs.length ? 'Something is needed first: see above the editor' : null,
    accounts: session.accounts,
    chosen: keepKnown(chosen, session.accounts),
    choose(integration, account) {
      const next = { ...chosen, [integration]: { ...chosen[integration], default: account } }
      keepAccounts(tabStore, next)
      setChosen(next)
    },
  }
}
