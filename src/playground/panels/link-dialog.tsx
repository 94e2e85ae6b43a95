// The link to copy by hand, where the browser lets no page write to the clipboard.
import { Dialog } from './dialog.tsx'

export function LinkDialog({ url, onClose }: { url: string; onClose(): void }) {
  return (
    <Dialog title="Copy this link" onClose={onClose}>
      <p>The browser does not let this page use the clipboard. The link holds the whole script.</p>
      <textarea
        className="pg-link-text"
        aria-label="Link to the script"
        readOnly
        rows={4}
        value={url}
        autoFocus
        onFocus={(event) => {
          event.target.select()
        }}
      />
    </Dialog>
  )
}
