// What is known of a saved script: its title, who saved it and when, which version it is, and where its text is.
import { type Snippet, snippetPath } from '../../contract/snippet.ts'

/** A name or a title stands by itself: nothing in it may turn the direction of the words around it. */
export function SnippetTitleText({ title }: { title: string }) {
  return <bdi>{title}</bdi>
}

export function SnippetFacts({ snippet, edited }: { snippet: Snippet; edited: boolean }) {
  const { id, version, newest, owner, mine, savedAt, forkOf } = snippet
  return (
    <ul className="pg-facts">
      <li>
        by <bdi>{mine ? 'you' : owner}</bdi>
      </li>
      <li>
        saved <time dateTime={savedAt}>{formatTime(savedAt)}</time>
      </li>
      <li>
        {newest === 1 ? 'version 1' : `version ${String(version)} of ${String(newest)}`}
        {version < newest ? (
          <>
            , <a href={snippetPath(id)}>newest here</a>
          </>
        ) : null}
      </li>
      {forkOf ? (
        <li>
          made from <a href={snippetPath(forkOf.snippet, forkOf.version)}>another script</a>
        </li>
      ) : null}
      {edited ? <li>edited here, not saved</li> : null}
      <li>
        <a href={`${snippetPath(id, version)}.lua`}>Raw text</a>
      </li>
    </ul>
  )
}

/** @example formatTime('2026-11-22T10:01:00Z') // 'Nov 22, 2026, 10:01 AM' */
function formatTime(savedAt: string): string {
  return new Date(savedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
}
