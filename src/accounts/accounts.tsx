// The accounts page: what is connected, by integration, and connecting more.
import './accounts.css'
import './forms.css'
import './links.css'
import { useState } from 'react'
import { createApi } from '../run/api.ts'
import { createCatalogSource } from '../run/catalog.ts'
import { readReturnPath } from './return-path.ts'
import { SessionFrame } from './session-frame.tsx'
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
      <SessionFrame
        title="Accounts"
        session={session}
        offline="Accounts live on the server of this site. Demo runs work without it."
        visitor="An account holds the keys of one of your databases or services, so that scripts can run on it. Sign in to see yours."
      >
        {(user) => <SignedIn api={api} catalog={catalog} user={user} back={back} />}
      </SessionFrame>
    </div>
  )
}
