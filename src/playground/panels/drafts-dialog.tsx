// Drafts of tabs that are closed, and those that made room for another script.
import { useEffect, useState } from 'react'
import { type StoredDraft } from '../script/drafts.ts'
import { titleOf } from '../script/script-title.ts'
import { Dialog } from './dialog.tsx'

interface DraftsDialogProps {
  listDrafts(): Promise<StoredDraft[]>
  onRestore(id: string): void
  onClose(): void
}

export function DraftsDialog({ listDrafts, onRestore, onClose }: DraftsDialogProps) {
  const [drafts, setDrafts] = useState<StoredDraft[] | null>(null)
  useEffect(() => {
    void listDrafts().then(setDrafts)
  }, [listDrafts])
  return (
    <Dialog title="Drafts" onClose={onClose}>
      <p>
        Scripts of tabs that are closed, and scripts that made room for another one. The last 20 are kept in this
        browser.
      </p>
      {drafts?.length === 0 ? <p className="pg-note">No other draft is kept.</p> : null}
      <ul className="pg-drafts">
        {drafts?.map(({ id, source, savedAt }) => (
          <li key={id}>
            <span>
              <b>{titleOf(source) ?? 'Untitled script'}</b>
              <span className="pg-faint">
                {source.split('\n').length} lines · {formatTime(savedAt)}
              </span>
            </span>
            <button
              type="button"
              className="btn"
              aria-label={`Restore ${titleOf(source) ?? 'the untitled script'}`}
              onClick={() => {
                onRestore(id)
              }}
            >
              Restore
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function formatTime(savedAt: number): string {
  return new Date(savedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
}
