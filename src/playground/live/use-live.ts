// All that decides whether a script may run Live: what it touches, who is signed in, which accounts there are.
import { useMemo } from 'react'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type Mode } from '../../contract/script.ts'
import { type Script } from '../script/script-state.ts'
import { findNeeds, type LiveNeed } from './live-needs.ts'
import { type Session } from './session.ts'
import { scanTouches } from './scan-touches.ts'
import { NO_TOUCHES, type Touches } from './touches.ts'
import { type ReadSession, useSession } from './use-session.ts'

export interface Live {
  touches: Touches
  needs: LiveNeed[]
  /** Why the script cannot run now; null when it can. */
  blocked: string | null
  session: Session
}

interface LiveParts {
  script: Script
  mode: Mode
  /** Whether a dialog is open that shows something of the session. */
  asking: boolean
  index: CatalogIndex | null
  readSession: ReadSession
}

export function useLive({ script, mode, asking, index, readSession }: LiveParts): Live {
  const { source, accounts } = script
  const touches = useMemo(() => (index ? scanTouches(source, index) : NO_TOUCHES), [source, index])
  const session = useSession(readSession, asking || mode === 'live')
  const needs = useMemo(
    () => (mode === 'live' ? findNeeds(touches, session, accounts) : []),
    [mode, touches, session, accounts],
  )
  return {
    touches,
    needs,
    blocked: needs.length ? 'Something is needed first: see above the editor' : null,
    session,
  }
}
