// Revoking a link, after saying what ends with it.
import { CallFailure } from '../contract/errors.ts'
import { type SnippetSummary } from '../contract/snippet.ts'
import { type SnippetApi } from '../run/snippets.ts'
import { ErrorNote } from './error-note.tsx'
import { useRequest } from './use-request.ts'

interface RevokeFormProps {
  row: SnippetSummary
  snippets: SnippetApi
  onRevoked(): void
  onCancel(): void
}

export function RevokeForm({ row: { id, newest }, snippets, onRevoked, onCancel }: RevokeFormProps) {
  const { busy, error, send } = useRequest()
  return (
    <div className="ac-form">
      <p>
        {newest === 1 ? 'The link ends' : `The link ends with all ${String(newest)} versions`}, at once and for
        everybody. It cannot be brought back. Copies that others took stay theirs.
      </p>
      <ErrorNote error={error} />
      <p className="ac-do">
        <button
          type="button"
          className="btn danger"
          disabled={busy}
          onClick={() => {
            send(() => snippets.revoke(id).catch(passGone), onRevoked)
          }}
        >
          Revoke the link
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Keep it
        </button>
      </p>
    </div>
  )
}

/** Revoked in another tab is revoked. */
function passGone(failure: unknown): void {
  if (!(failure instanceof CallFailure) || failure.error.code !== 'not_found') throw failure
}
