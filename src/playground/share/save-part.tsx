// Saving under a link for somebody who is signed in: the link that there is, the form for the next, what came of it.
import { useState } from 'react'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type Snippet } from '../../contract/snippet.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { type SnippetTie } from '../script/drafts.ts'
import { type Script } from '../script/script-state.ts'
import { titleHoldsSecret } from './held-secrets.ts'
import { beginFields, describeSave, type SaveFields } from './save-draft.ts'
import { SaveForm } from './save-form.tsx'
import { SaveRefusalNote } from './save-refusal.tsx'
import { SavedLink } from './saved-link.tsx'
import { useOwnSnippet } from './use-own-snippet.ts'
import { useSave } from './use-save.ts'

interface SavePartProps {
  script: Script
  index: CatalogIndex
  snippets: SnippetApi
  onSaved(snippet: Snippet): void
  onRevoked(): void
}

export function SavePart(props: SavePartProps) {
  const { script, snippets } = props
  const own = useOwnSnippet(script.snippet, snippets)
  if (own === 'loading') return <p role="status">Asking for your link.</p>
  return <ReadyPart {...props} own={own} />
}

function ReadyPart({ script, index, snippets, own, onSaved, onRevoked }: SavePartProps & { own: Snippet | null }) {
  const { source } = script
  // As it was before this save, which ties the script to what it makes.
  const [tie] = useState(script.snippet)
  const [fields, setFields] = useState<SaveFields>(() => beginFields(source, own ? tie : without(tie), own?.visibility))
  const [again, setAgain] = useState(false)
  const { busy, saved, refused, send } = useSave(snippets, onSaved)
  const save = (next: SaveFields) => {
    setFields(next)
    send(describeSave(source, next, tie))
  }

  if (saved) {
    return (
      <>
        <p role="status">
          {saved.version === 1 ? 'Saved under a new link.' : `Saved as version ${String(saved.version)}.`}
        </p>
        <SavedLink snippet={saved} snippets={snippets} copyAtOnce onRevoked={onRevoked} />
      </>
    )
  }
  const unchanged = own?.source === source && !again
  return (
    <>
      {own && tie ? (
        <>
          <p>{describeOwn(own, source, tie)}</p>
          <SavedLink snippet={own} snippets={snippets} brief={!unchanged} onRevoked={onRevoked} />
        </>
      ) : (
        <p>A short link with a title. It can be revoked, and given new versions.</p>
      )}
      {unchanged ? (
        <button
          type="button"
          className="btn quiet pg-again"
          onClick={() => {
            setAgain(true)
          }}
        >
          Save it once more
        </button>
      ) : (
        <SaveForm
          {...{ source, fields, own, busy }}
          forkOf={tie && !tie.mine && fields.naming ? tie : null}
          titleHoldsSecret={titleHoldsSecret(fields.title, index)}
          onChange={setFields}
          onSave={() => {
            save(fields)
          }}
        />
      )}
      {refused ? (
        <SaveRefusalNote
          refusal={refused}
          onNewLink={() => {
            save({ ...fields, target: 'new' })
          }}
          onNoSource={() => {
            save({ ...fields, naming: false })
          }}
        />
      ) : null}
    </>
  )
}

/** A link that is gone gets no version: what is saved is a new one, under the title that it had. */
function without(tie: SnippetTie | null): SnippetTie | null {
  return tie && { ...tie, mine: false }
}

function describeOwn({ newest, source: saved }: Snippet, source: string, { version }: SnippetTie): string {
  if (saved === source) return `Your link holds this text, as version ${String(newest)}.`
  if (newest > version)
    return `Your link is at version ${String(newest)}; what you have here began as version ${String(version)}.`
  return `Your link holds version ${String(newest)}, without what you changed since.`
}
