// One saved link: what it is, who can open it, and copying, opening, hiding and revoking it.
import { useState } from 'react'
import { type SnippetSummary, snippetPath, type Visibility } from '../contract/snippet.ts'
import { type SnippetApi } from '../run/snippets.ts'
import { CopyLinkButton } from './copy-link-button.tsx'
import { ErrorNote } from './error-note.tsx'
import { RevokeForm } from './revoke-form.tsx'
import { describeAgo } from './times.ts'
import { useRequest } from './use-request.ts'

interface LinkCardProps {
  row: SnippetSummary
  snippets: SnippetApi
  onVisibility(visibility: Visibility): void
  onRevoked(): void
}

export function LinkCard({ row, snippets, onVisibility, onRevoked }: LinkCardProps) {
  const { id, title, visibility, newest, createdAt, savedAt } = row
  const { busy, error, send } = useRequest()
  const [asking, setAsking] = useState(false)
  const other: Visibility = visibility === 'link' ? 'private' : 'link'
  const path = snippetPath(id)
  return (
    <article className="ac-card" aria-label={title}>
      <div className="ac-card-head ac-link-head">
        <h2>
          <a href={path}>
            <bdi>{title}</bdi>
          </a>
        </h2>
        <span className="ac-gap" />
        <a className="btn small" href={path} aria-label={`Open ${title}`}>
          Open
        </a>
        <CopyLinkButton url={location.origin + path} />
        <button
          type="button"
          className="btn small"
          disabled={busy}
          onClick={() => {
            send(
              () => snippets.setVisibility(id, other),
              () => {
                onVisibility(other)
              },
            )
          }}
        >
          {other === 'private' ? 'Make private' : 'Open to anyone with the link'}
        </button>
        <button
          type="button"
          className="btn small quiet"
          aria-expanded={asking}
          onClick={() => {
            setAsking(!asking)
          }}
        >
          Revoke
        </button>
      </div>
      <dl className="ac-facts">
        <div>
          <dt>Who can open it</dt>
          <dd>{visibility === 'link' ? 'Anyone with the link' : 'Only you'}</dd>
        </div>
        <div>
          <dt>Version</dt>
          <dd>{newest}</dd>
        </div>
        <div>
          <dt>Saved</dt>
          <dd>
            <time dateTime={savedAt}>{describeAgo(savedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>Created</dt>
          <dd>
            <time dateTime={createdAt}>{new Date(createdAt).toLocaleDateString('en', { dateStyle: 'medium' })}</time>
          </dd>
        </div>
      </dl>
      <ErrorNote error={error} />
      {asking ? (
        <RevokeForm
          row={row}
          snippets={snippets}
          onRevoked={onRevoked}
          onCancel={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </article>
  )
}
