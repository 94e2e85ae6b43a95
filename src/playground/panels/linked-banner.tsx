// Over a script that came by a link: what it is, what it would touch, and the reader's choices. Nothing of it has run.
import { type Snippet } from '../../contract/snippet.ts'
import { TouchList } from '../live/touch-list.tsx'
import { type Touches } from '../live/touches.ts'
import { SnippetFacts, SnippetTitleText } from '../snippet/snippet-facts.tsx'

interface LinkedBannerProps {
  /** Null where the link holds the script itself, and so says nothing of who made it. */
  snippet: Snippet | null
  edited: boolean
  touches: Touches
  readOnly: boolean
  running: boolean
  /** Whether anything ran since the page was opened. */
  ran: boolean
  onRunDemo(): void
  onEdit(): void
  onTakeOver(): void
}

export function LinkedBanner({ snippet, edited, touches, readOnly, running, ran, ...actions }: LinkedBannerProps) {
  return (
    <div className="pg-banner pg-linked" role="region" aria-label="Script from a link">
      {snippet ? (
        <div className="pg-headline">
          <h2>
            <SnippetTitleText title={snippet.title} />
          </h2>
          <SnippetFacts snippet={snippet} edited={edited} />
        </div>
      ) : null}
      <p>
        <span>
          <b>This script came by a link.</b> {ran ? null : 'Nothing has run. '}On Demo it touches sample data only; on
          your accounts it runs after you take it over.
        </span>
      </p>
      <TouchList touches={touches} />
      <p className="pg-banner-do">
        <button type="button" className="btn" onClick={actions.onRunDemo} disabled={running}>
          Run on Demo
        </button>
        <button type="button" className="btn" onClick={actions.onTakeOver}>
          Take over
        </button>
        {readOnly ? (
          <button type="button" className="btn quiet" onClick={actions.onEdit}>
            Edit
          </button>
        ) : null}
      </p>
    </div>
  )
}
