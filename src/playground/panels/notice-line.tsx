// A line under the toolbar: what just happened to the script, with the way back.
import { type Notice } from '../notice.ts'

interface NoticeLineProps {
  notice: Notice
  onUndo(draft: string): void
  onClose(): void
}

export function NoticeLine({ notice, onUndo, onClose }: NoticeLineProps) {
  const { text, tone, undo } = notice
  return (
    <div className={`pg-notice ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <span>{text}</span>
      {undo ? (
        <button
          type="button"
          className="pg-link"
          onClick={() => {
            onUndo(undo)
          }}
        >
          Restore it
        </button>
      ) : null}
      <button type="button" className="btn quiet small" onClick={onClose}>
        Close
      </button>
    </div>
  )
}
