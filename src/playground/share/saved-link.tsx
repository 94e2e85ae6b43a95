// A link of the reader's own: to copy, to open, to revoke.
import { useState } from 'react'
import { type CallError } from '../../contract/errors.ts'
import { type Snippet, snippetPath } from '../../contract/snippet.ts'
import { toFailure } from '../../run/api.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { CopyField } from './copy-field.tsx'
import { describeVisibility } from './visibility-choice.tsx'

interface SavedLinkProps {
  snippet: Snippet
  snippets: SnippetApi
  /** Where the form for the next version follows, which says the same. */
  brief?: boolean
  /** The reader has just asked for it. */
  copyAtOnce?: boolean
  onRevoked(): void
}

export function SavedLink({ snippet, snippets, brief = false, copyAtOnce = false, onRevoked }: SavedLinkProps) {
  const { id, visibility, newest } = snippet
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const revoke = () => {
    setBusy(true)
    snippets.revoke(id).then(onRevoked, (thrown: unknown) => {
      const failure = toFailure(thrown).error
      // Gone is gone, whoever was faster.
      if (failure.code === 'not_found') return onRevoked()
      setError(failure)
      setBusy(false)
    })
  }
  return (
    <>
      <CopyField label="Your link" text={location.origin + snippetPath(id)} copyAtOnce={copyAtOnce} />
      {brief ? null : <p>{describeVisibility(visibility)}</p>}
      {error ? (
        <p className="pg-refusal" role="alert">
          {error.message} {error.hint}
        </p>
      ) : null}
      {asking ? (
        <p className="pg-end-link">
          <span>
            {newest === 1 ? 'The link ends' : `The link ends with all ${String(newest)} versions`}, at once and for
            everybody. Copies that others took stay theirs.
          </span>
          <button type="button" className="btn danger" disabled={busy} onClick={revoke}>
            {busy ? 'Revoking' : 'Revoke the link'}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              setAsking(false)
            }}
          >
            Keep it
          </button>
        </p>
      ) : (
        <p className="pg-dialog-do">
          <a className="btn" href={snippetPath(id)} target="_blank" rel="noopener">
            Open
          </a>
          <button
            type="button"
            className="btn"
            onClick={() => {
              setAsking(true)
            }}
          >
            Revoke
          </button>
          <a className="btn quiet" href="/links/">
            My links
          </a>
        </p>
      )}
    </>
  )
}
