// Revoking a link, after saying what ends with it.
import { CallFailure } from '../contract/errors.ts'
import { type SnippetSummary } from '../contract/snippet.ts'
import { type SnippetApi } from '../run/snippets.ts'
import { ConfirmForm } from './confirm-form.tsx'

interface RevokeFormProps {
  row: SnippetSummary
  snippets: SnippetApi
  onRevoked(): void
  onCancel(): void
}

export function RevokeForm({ row: { id, newest }, snippets, onRevoked, onCancel }: RevokeFormProps) {
  return (
    <ConfirmForm
      label="Revoke the link"
      request={() => snippets.revoke(id).catch(passGone)}
      onDone={onRevoked}
      onCancel={onCancel}
    >
      {newest === 1 ? 'The link ends' : `The link ends with all ${String(newest)} versions`}, at once and for everybody.
      It cannot be brought back. Copies that others took stay theirs.
    </ConfirmForm>
  )
}

/** Revoked in another tab is revoked. */
function passGone(failure: unknown): void {
  if (!(failure instanceof CallFailure) || failure.error.code !== 'not_found') throw failure
}
