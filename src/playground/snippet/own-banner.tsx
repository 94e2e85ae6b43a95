// Over a saved script of the reader's own, at its own address: what the link is, in a line.
import { type Snippet } from '../../contract/snippet.ts'
import { SnippetFacts, SnippetTitleText } from './snippet-facts.tsx'

export function OwnBanner({ snippet, edited }: { snippet: Snippet; edited: boolean }) {
  const { title, visibility } = snippet
  return (
    <div className="pg-banner" role="region" aria-label="Your link">
      <p>
        <b>
          <SnippetTitleText title={title} />
        </b>
        <span>{visibility === 'link' ? 'Anyone with the link can open it' : 'Only you can open it'}</span>
        <SnippetFacts snippet={snippet} edited={edited} />
      </p>
    </div>
  )
}
