// Who is signed in, as the server says.
import { useEffect, useState } from 'react'
import { type CallError } from '../contract/errors.ts'
import { noteSignedIn } from '../look/signed-in.ts'
import { type Api, toFailure } from '../run/api.ts'

type ServerSession = Awaited<ReturnType<Api['session']['get']['query']>>

export type Session =
  | { phase: 'loading' }
  | { phase: 'signed-out'; signUp: ServerSession['signUp'] }
  | { phase: 'signed-in'; user: NonNullable<ServerSession['user']> }
  | { phase: 'failed'; error: CallError }

export function useSession(api: Api): Session {
  const [session, setSession] = useState<Session>({ phase: 'loading' })
  useEffect(() => {
    let gone = false
    void readSession(api).then((read) => {
      if (!gone) setSession(read)
    })
    return () => {
      gone = true
    }
  }, [api])
  return session
}

async function readSession(api: Api): Promise<Session> {
  try {
    const { user, signUp } = await api.session.get.query()
    noteSignedIn(user !== null)
    return user ? { phase: 'signed-in', user } : { phase: 'signed-out', signUp }
  } catch (error) {
    return { phase: 'failed', error: toFailure(error).error }
  }
}
