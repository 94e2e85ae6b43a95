// Who is signed in and which accounts there are: asked when it matters, and again when the reader comes back.
import { useCallback, useEffect, useState } from 'react'
import { createTurns } from '../../look/turns.ts'
import { type Session } from './session.ts'

/** Asks the server. Never rejects: no answer is the phase `unreachable`. */
export type ReadSession = () => Promise<Session>

/** @param wanted whether the page shows anything of it; a visitor on Demo costs the server nothing */
export function useSession(readSession: ReadSession, wanted: boolean): Session {
  const [session, setSession] = useState<Session>({ phase: 'unknown', accounts: [] })
  const [begin] = useState(createTurns)

  const refresh = useCallback(() => {
    const isNewest = begin()
    void readSession().then((read) => {
      if (isNewest()) setSession(read)
    })
  }, [begin, readSession])

  useEffect(() => {
    if (!wanted) return
    refresh()
    const onReturn = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    // Signing in or connecting may have happened in another tab.
    document.addEventListener('visibilitychange', onReturn)
    addEventListener('pageshow', onReturn)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      removeEventListener('pageshow', onReturn)
    }
  }, [wanted, refresh])

  return session
}
