// My links, newest first: loaded a page at a time.
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { toFailure } from '../run/api.ts'
import { type SnippetApi } from '../run/snippets.ts'
import { ErrorNote } from './error-note.tsx'
import { LinkCard } from './link-card.tsx'
import { findCursor, NO_ROWS, reduceRows } from './link-rows.ts'
import { useRequest } from './use-request.ts'

export function LinkList({ snippets }: { snippets: SnippetApi }) {
  const [state, dispatch] = useReducer(reduceRows, NO_ROWS)
  const { busy, error, send } = useRequest()
  const said = useRef<HTMLParagraphElement>(null)
  const load = useCallback(() => {
    snippets.list().then(
      (page) => {
        dispatch({ type: 'loaded', page })
      },
      (failure: unknown) => {
        dispatch({ type: 'failed', error: toFailure(failure).error })
      },
    )
  }, [snippets])
  useEffect(load, [load])

  const { rows, more, revoked } = state
  return (
    <>
      <p className="ac-soft ac-links-said" role="status" tabIndex={-1} ref={said}>
        {revoked === null ? null : (
          <>
            The link <bdi>{revoked}</bdi> is revoked. Whoever opens it now finds nothing.
          </>
        )}
      </p>
      <ErrorNote error={state.error} />
      {state.error && !rows ? (
        <p>
          <button type="button" className="btn" onClick={load}>
            Try again
          </button>
        </p>
      ) : null}
      {!rows && !state.error ? (
        <p className="ac-lead" aria-busy="true">
          Loading.
        </p>
      ) : null}
      {rows?.length === 0 ? (
        <>
          <p className="ac-lead">
            No script is saved under a link. In the playground, Share saves one: with a title, for anyone who has the
            link or for you alone.
          </p>
          <p>
            <a className="btn" href="/playground/">
              Open the playground
            </a>
          </p>
        </>
      ) : null}
      {rows?.map((row) => (
        <LinkCard
          key={row.id}
          row={row}
          snippets={snippets}
          onVisibility={(visibility) => {
            dispatch({ type: 'visibility', id: row.id, visibility })
          }}
          onRevoked={() => {
            dispatch({ type: 'revoked', id: row.id })
            // The button that had the focus is gone with its row.
            said.current?.focus()
          }}
        />
      ))}
      <ErrorNote error={error} />
      {more ? (
        <p className="ac-do">
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => {
              send(
                () => snippets.list(findCursor(state)),
                (page) => {
                  dispatch({ type: 'loaded', page })
                },
              )
            }}
          >
            {busy ? 'Loading' : 'Show older ones'}
          </button>
        </p>
      ) : null}
    </>
  )
}
