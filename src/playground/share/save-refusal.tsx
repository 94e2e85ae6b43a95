// Why the server did not save, and the way on.
import { type SaveRefusal } from './save-draft.ts'

interface SaveRefusalNoteProps {
  refusal: SaveRefusal
  onNewLink(): void
  onNoSource(): void
}

export function SaveRefusalNote({ refusal, onNewLink, onNoSource }: SaveRefusalNoteProps) {
  const { text, way } = refusal
  return (
    <div className="pg-refusal" role="alert">
      <p>{text}</p>
      {way === 'sign-in' ? (
        // In a tab of its own, so that the form stays as it is.
        <a className="btn" href="/sign-in/" target="_blank" rel="noopener">
          Sign in
        </a>
      ) : null}
      {way === 'new-link' ? (
        <button type="button" className="btn" onClick={onNewLink}>
          Save as a new link
        </button>
      ) : null}
      {way === 'no-source' ? (
        <button type="button" className="btn" onClick={onNoSource}>
          Save without naming it
        </button>
      ) : null}
    </div>
  )
}
