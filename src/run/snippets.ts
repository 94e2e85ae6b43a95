// The part of the server's API that saves scripts under links and opens them again.
import { type SaveSnippet, type Snippet, type SnippetCursor, type SnippetSummary } from '../contract/snippet.ts'
import { type Visibility } from '../contract/snippet.ts'
import { type Api, toFailure } from './api.ts'

/** Each method rejects with a CallFailure. */
export interface SnippetApi {
  /** @param version null for the newest */
  get(id: string, version: number | null): Promise<Snippet>
  save(input: SaveSnippet): Promise<{ id: string; version: number }>
  /** One page of the user's own, the newest first; SNIPPETS_PER_PAGE rows where there may be more. */
  list(after?: SnippetCursor): Promise<SnippetSummary[]>
  revoke(id: string): Promise<void>
  setVisibility(id: string, visibility: Visibility): Promise<void>
}

export function createSnippetApi({ snippets }: Api): SnippetApi {
  return {
    get: (id, version) => snippets.get.query(version === null ? { id } : { id, version }).catch(throwFailure),
    save: (input) => snippets.save.mutate(input).catch(throwFailure),
    list: (after) => snippets.list.query(after ? { after } : {}).catch(throwFailure),
    revoke: (id) => snippets.revoke.mutate({ id }).then(() => undefined, throwFailure),
    setVisibility: (id, visibility) =>
      snippets.setVisibility.mutate({ id, visibility }).then(() => undefined, throwFailure),
  }
}

function throwFailure(error: unknown): never {
  throw toFailure(error)
}
