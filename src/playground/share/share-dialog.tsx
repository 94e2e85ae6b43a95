// Sharing a script: by a link that holds it, or by one under which the server keeps it. Neither while it holds a key.
import { useMemo, useState } from 'react'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type Snippet } from '../../contract/snippet.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { signInAddress } from '../live/addresses.ts'
import { type Session } from '../live/session.ts'
import { Dialog } from '../panels/dialog.tsx'
import { type Script } from '../script/script-state.ts'
import { findHeldSecrets } from './held-secrets.ts'
import { SavePart } from './save-part.tsx'
import { ScriptLink } from './script-link.tsx'
import { SecretsView } from './secrets-view.tsx'

export interface ShareActions {
  onSaved(snippet: Snippet): void
  onRevoked(): void
  /** Closes the dialog and shows the line. */
  onJump(line: number): void
  onTakeOver(): void
  /** Called before a link leads away, so that nothing is lost on the way. */
  onLeave(): void
}

interface ShareDialogProps extends ShareActions {
  script: Script
  index: CatalogIndex | null
  session: Session
  snippets: SnippetApi
  onClose(): void
}

export function ShareDialog({ script, index, session, snippets, onClose, ...actions }: ShareDialogProps) {
  const { source } = script
  const held = useMemo(() => (index ? findHeldSecrets(source, index) : null), [source, index])
  return (
    <Dialog title={held?.secrets.length ? 'This script holds what looks like a key' : 'Share'} onClose={onClose}>
      {!held ? <p role="status">The list of what keys look like is still loading; sharing waits for it.</p> : null}
      {held?.secrets.length ? <SecretsView held={held} onJump={actions.onJump} onLeave={actions.onLeave} /> : null}
      {held && index && !held.secrets.length ? (
        <>
          <ScriptLink source={source} />
          <section className="pg-share-part" aria-labelledby="pg-save-link">
            <h3 id="pg-save-link">Save as a link</h3>
            <SaveSection {...{ script, index, session, snippets }} {...actions} />
          </section>
        </>
      ) : null}
    </Dialog>
  )
}

type SaveSectionProps = Omit<ShareDialogProps, 'index' | 'onClose'> & { index: CatalogIndex }

function SaveSection({ session, ...props }: SaveSectionProps) {
  const { script, onTakeOver, onLeave } = props
  // A session that ends while the form is open must not take the form away: the server's refusal says what to do.
  const [reached, setReached] = useState(false)
  if (session.phase === 'signed-in' && !reached) setReached(true)
  if (script.origin === 'link') {
    return (
      <>
        <p>A script that came by a link is saved as yours after you take it over. Its own link stays where it is.</p>
        <button type="button" className="btn" onClick={onTakeOver}>
          Take over
        </button>
      </>
    )
  }
  if (reached) return <SavePart {...props} />
  switch (session.phase) {
    case 'signed-out':
      return (
        <>
          <p>
            A short link with a title, which you can revoke and give new versions. Sign in first; the script stays as it
            is.
          </p>
          <a className="btn" href={signInAddress()} onClick={onLeave}>
            Sign in
          </a>
        </>
      )
    case 'unreachable':
      return <p role="status">The server of this site does not answer, so nothing can be saved now.</p>
    default:
      return <p role="status">Asking the server.</p>
  }
}
