// Over a script that came by a link: what it would touch, and the reader's choices. Nothing of it has run.
import { TouchList } from '../live/touch-list.tsx'
import { type Touches } from '../live/touches.ts'

interface LinkedBannerProps {
  touches: Touches
  readOnly: boolean
  running: boolean
  /** Whether anything ran since the page was opened. */
  ran: boolean
  onRunDemo(): void
  onEdit(): void
  onTakeOver(): void
}

export function LinkedBanner({ touches, readOnly, running, ran, onRunDemo, onEdit, onTakeOver }: LinkedBannerProps) {
  return (
    <div className="pg-banner pg-linked" role="region" aria-label="Script from a link">
      <p>
        <span>
          <b>This script came by a link.</b> {ran ? null : 'Nothing has run. '}On Demo it touches sample data only; on
          your accounts it runs after you take it over.
        </span>
      </p>
      <TouchList touches={touches} />
      <p className="pg-banner-do">
        <button type="button" className="btn" onClick={onRunDemo} disabled={running}>
          Run on Demo
        </button>
        <button type="button" className="btn" onClick={onTakeOver}>
          Take over
        </button>
        {readOnly ? (
          <button type="button" className="btn quiet" onClick={onEdit}>
            Edit
          </button>
        ) : null}
      </p>
    </div>
  )
}
