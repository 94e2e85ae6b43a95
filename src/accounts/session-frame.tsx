// The frame of a page that is somebody's own: what stands there until it is known who asks, and for a visitor.
import { type ReactNode } from 'react'
import { ErrorNote } from './error-note.tsx'
import { type Session } from './use-session.ts'

interface SessionFrameProps {
  title: string
  session: Session
  /** Why there is nothing without the server, and what signing in gives. */
  offline: string
  visitor: string
  /** For somebody who is signed in. */
  children(user: { email: string }): ReactNode
}

export function SessionFrame({ title, session, offline, visitor, children }: SessionFrameProps) {
  return (
    <>
      <h1>{title}</h1>
      {session.phase === 'loading' ? (
        <p className="ac-lead" aria-busy="true">
          Asking the server.
        </p>
      ) : null}
      {session.phase === 'failed' ? (
        <>
          <p className="ac-lead">{offline}</p>
          <ErrorNote error={session.error} />
          <p>
            <button
              type="button"
              className="btn"
              onClick={() => {
                location.reload()
              }}
            >
              Try again
            </button>
          </p>
        </>
      ) : null}
      {session.phase === 'signed-out' ? (
        <>
          <p className="ac-lead">{visitor}</p>
          <p>
            <a className="btn primary" href={`/sign-in/?to=${encodeURIComponent(location.pathname + location.search)}`}>
              Sign in
            </a>
          </p>
        </>
      ) : null}
      {session.phase === 'signed-in' ? children(session.user) : null}
    </>
  )
}
