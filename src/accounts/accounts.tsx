// The accounts page: what is connected, by integration, and connecting more.
import './accounts.css'
import './forms.css'
import { useState } from 'react'
import { createApi } from '../run/api.ts'
import { createCatalogSource } from '../run/catalog.ts'
import { ErrorNote } from './error-note.tsx'
import { readReturnPath } from './return-path.ts'
import { SignedIn } from './signed-in-page.tsx'
import { useSession } from './use-session.ts'

export function Accounts({ catalogUrl }: { catalogUrl: string }) {
  const [api] = useState(createApi)
  const [catalog] = useState(() => createCatalogSource(catalogUrl))
  const [back] = useState(() => readReturnPath(location.search, location.origin))
  const session = useSession(api)

  return (
    <div className="ac">
      {back ? (
        <p className="ac-back">
          <a href={back}>Back to the script</a>
        </p>
      ) : null}
      <h1>Accounts</h1>
      {session.phase === 'loading' ? (
        <p className="ac-lead" aria-busy="true">
          Asking the server.
        </p>
      ) : null}
      {session.phase === 'failed' ? (
        <>
          <p className="ac-lead">Accounts live on the server of this site. Demo runs work without it.</p>
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
      {session.phase === 'signed-out' ? <SignInPanel /> : null}
      {session.phase === 'signed-in' ? <SignedIn api={api} catalog={catalog} user={session.user} back={back} /> : null}
    </div>
  )
}

function SignInPanel() {
  const to = encodeURIComponent(location.pathname + location.search)
  return (
    <>
      <p className="ac-lead">
        An account holds the keys of one of your databases or services, so that scripts can run on it. Sign in to see
        yours.
      </p>
      <p>
        <a className="btn primary" href={`/sign-in/?to=${to}`}>
          Sign in
        </a>
      </p>
    </>
  )
}
