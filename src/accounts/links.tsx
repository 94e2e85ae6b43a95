// The page of the reader's links: every script that is saved under one, and what can be done with it.
import './accounts.css'
import './forms.css'
import './links.css'
import { useState } from 'react'
import { createApi } from '../run/api.ts'
import { createSnippetApi } from '../run/snippets.ts'
import { LinkList } from './link-list.tsx'
import { SessionFrame } from './session-frame.tsx'
import { useSession } from './use-session.ts'

export function Links() {
  const [api] = useState(createApi)
  const [snippets] = useState(() => createSnippetApi(api))
  const session = useSession(api)
  return (
    <div className="ac">
      <SessionFrame
        title="My links"
        session={session}
        offline="Saved links live on the server of this site."
        visitor="Scripts that you saved under a link stand here, to be changed or revoked. Sign in to see yours."
      >
        {() => <LinkList snippets={snippets} />}
      </SessionFrame>
    </div>
  )
}
