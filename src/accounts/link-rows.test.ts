import { expect, test } from 'vitest'
import { callError } from '../contract/errors.ts'
import { SNIPPETS_PER_PAGE, type SnippetSummary } from '../contract/snippet.ts'
import { findCursor, type LinkAction, NO_ROWS, reduceRows } from './link-rows.ts'

const when = '2026-11-22T10:00:00.000Z'
const row = (id: string): SnippetSummary => ({
  ...{ id, title: `Title of ${id}`, visibility: 'link', newest: 1, createdAt: when, savedAt: when },
})
const page = Array.from({ length: SNIPPETS_PER_PAGE }, (_, at) => row(`row${String(at)}`))
const after = (...actions: LinkAction[]) => actions.reduce(reduceRows, NO_ROWS)

test('a full page may have another one behind it, which begins after its last row', () => {
  const state = after({ type: 'loaded', page })
  expect(state.more).toBe(true)
  expect(findCursor(state)).toEqual({ id: page.at(-1)!.id, createdAt: when })
  const all = reduceRows(state, { type: 'loaded', page: [page.at(-1)!, row('z')] })
  expect(all.more).toBe(false)
  expect(all.rows).toHaveLength(SNIPPETS_PER_PAGE + 1)
})

test('nothing saved is an answer, and no answer is none', () => {
  expect(after({ type: 'loaded', page: [] })).toMatchObject({ rows: [], more: false })
  expect(after({ type: 'failed', error: callError('offline', 'x') })).toMatchObject({ rows: null })
  expect(findCursor(NO_ROWS)).toBeUndefined()
})

test('a failure later on keeps what is shown, and the next answer ends it', () => {
  const failed = after({ type: 'loaded', page: [row('a')] }, { type: 'failed', error: callError('offline', 'x') })
  expect(failed).toMatchObject({ rows: [{ id: 'a' }], error: { code: 'offline' } })
  expect(reduceRows(failed, { type: 'loaded', page: [] }).error).toBeNull()
})

test('one is revoked, one becomes private', () => {
  const state = after(
    { type: 'loaded', page: [row('a'), row('b')] },
    { type: 'revoked', id: 'a' },
    { type: 'visibility', id: 'b', visibility: 'private' },
  )
  expect(state).toMatchObject({ revoked: 'Title of a', rows: [{ id: 'b', visibility: 'private' }] })
})
