// What stands in place of the workbench while a link is opened, and when it leads to nothing.
import { type ReactNode } from 'react'
import { type CallError } from '../../contract/errors.ts'
import { signInAddress } from '../live/addresses.ts'
import { type ReadSession, useSession } from '../live/use-session.ts'
import { PlaygroundLogo } from '../toolbar.tsx'

export function LinkLoading() {
  return (
    <LinkPage title="Opening the link">
      <p role="status">Asking for the script.</p>
    </LinkPage>
  )
}

interface LinkFailureProps {
  error: CallError
  readSession: ReadSession
}

export function LinkFailure({ error, readSession }: LinkFailureProps) {
  return error.code === 'not_found' ? <NoScript readSession={readSession} /> : <NotOpened error={error} />
}

/** One answer for all three: which of them it is, is nobody's business who may not read it. */
function NoScript({ readSession }: { readSession: ReadSession }) {
  const { phase } = useSession(readSession, true)
  return (
    <LinkPage title="There is no script to see at this link">
      <p>
        It does not exist, was revoked, or is private. If somebody sent it to you, ask them for a new link.
        {phase === 'signed-out' ? ' If it is your own private one, sign in first.' : null}
      </p>
      <p className="pg-dialog-do">
        {phase === 'signed-out' ? (
          <a className="btn primary" href={signInAddress()}>
            Sign in
          </a>
        ) : null}
        <a className="btn" href="/playground/">
          Open the playground
        </a>
      </p>
    </LinkPage>
  )
}

function NotOpened({ error }: { error: CallError }) {
  return (
    <LinkPage title="The link could not be opened">
      <p role="alert">
        {error.message} {error.hint}
      </p>
      <p className="pg-dialog-do">
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            location.reload()
          }}
        >
          Try again
        </button>
        <a className="btn" href="/playground/">
          Open the playground
        </a>
      </p>
    </LinkPage>
  )
}

function LinkPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="pg">
      <header className="pg-bar">
        <PlaygroundLogo />
      </header>
      <div className="pg-progress" />
      <main className="pg-failed">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
