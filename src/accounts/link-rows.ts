// The rows of "my links" as they are loaded page by page and changed one by one.
import { type CallError } from '../contract/errors.ts'
import { SNIPPETS_PER_PAGE, type SnippetCursor, type SnippetSummary, type Visibility } from '../contract/snippet.ts'

export interface LinkRows {
  /** Null until the first page is there. */
  rows: readonly SnippetSummary[] | null
  /** Whether there may be another page. */
  more: boolean
  error: CallError | null
  /** Title of the link that was revoked last. */
  revoked: string | null
}

export type LinkAction =
  | { type: 'loaded'; page: readonly SnippetSummary[] }
  | { type: 'failed'; error: CallError }
  | { type: 'revoked'; id: string }
  | { type: 'visibility'; id: string; visibility: Visibility }

export const NO_ROWS: LinkRows = { rows: null, more: false, error: null, revoked: null }

export function reduceRows(state: LinkRows, action: LinkAction): LinkRows {
  const rows = state.rows ?? []
  switch (action.type) {
    case 'loaded': {
      const known = new Set(rows.map(({ id }) => id))
      const added = action.page.filter(({ id }) => !known.has(id))
      return { ...state, rows: [...rows, ...added], more: action.page.length >= SNIPPETS_PER_PAGE, error: null }
    }
    case 'failed':
      return { ...state, error: action.error }
    case 'revoked': {
      const revoked = rows.find(({ id }) => id === action.id)?.title ?? null
      return { ...state, rows: rows.filter(({ id }) => id !== action.id), revoked }
    }
    case 'visibility': {
      const { id, visibility } = action
      return { ...state, rows: rows.map((row) => (row.id === id ? { ...row, visibility } : row)) }
    }
  }
}

/** Where the next page begins. */
export function findCursor({ rows }: LinkRows): SnippetCursor | undefined {
  const last = rows?.at(-1)
  return last && { id: last.id, createdAt: last.createdAt }
}
