// Drafts in the browser's storage: one per tab, kept when the tab is gone, oldest thrown away first.
import { Origin } from '../../contract/script.ts'
import { AccountChoice, SnippetId, SnippetTitle, SnippetVersion } from '../../contract/snippet.ts'
import * as z from '../../contract/zod.ts'

const PREFIX = 'kosmo.draft.'
const MOST_DRAFTS = 20

/** The saved snippet that a script was opened from or saved as. */
export const SnippetTie = z.object({
  snippet: SnippetId,
  version: SnippetVersion,
  title: SnippetTitle,
  /** Whether the reader is its owner: then saving makes its next version, else a fork. */
  mine: z.boolean(),
})
export type SnippetTie = z.infer<typeof SnippetTie>

export const Draft = z.object({
  source: z.string(),
  origin: Origin,
  /** The hash that the script came by; null when it came by none. */
  link: z.string().nullable(),
  // What cannot be read of these two costs the reader a choice, never the script.
  snippet: SnippetTie.nullable().catch(null),
  /** Which account of the reader stands for which name in the script. */
  accounts: AccountChoice.catch({}),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
})
export type Draft = z.infer<typeof Draft>

/** A draft with the id of the tab that wrote it. */
export interface StoredDraft extends Draft {
  id: string
}

/** What is used of `localStorage`. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export function readDraft(store: DraftStore, id: string): Draft | null {
  try {
    return Draft.parse(JSON.parse(store.getItem(PREFIX + id) ?? 'null'))
  } catch {
    return null
  }
}

/** Every readable draft, newest first. */
export function listDrafts(store: DraftStore): StoredDraft[] {
  const drafts: StoredDraft[] = []
  for (let at = 0; at < store.length; at++) {
    const key = store.key(at)
    if (!key?.startsWith(PREFIX)) continue
    const id = key.slice(PREFIX.length)
    const draft = readDraft(store, id)
    if (draft) drafts.push({ id, ...draft })
  }
  return drafts.sort((a, b) => b.savedAt - a.savedAt)
}

/**
 * Saves a draft. When there are too many, or no room, the oldest other ones go.
 *
 * @returns false when it could not be saved at all: storage is off, or the draft alone is too big
 */
export function writeDraft(store: DraftStore, id: string, draft: Draft): boolean {
  const text = JSON.stringify(draft)
  try {
    const others = listDrafts(store).filter((other) => other.id !== id)
    for (const old of others.splice(MOST_DRAFTS - 1)) removeDraft(store, old.id)
    for (;;) {
      try {
        store.setItem(PREFIX + id, text)
        return true
      } catch (error) {
        const oldest = others.pop()
        if (!oldest) throw error
        removeDraft(store, oldest.id)
      }
    }
  } catch {
    return false
  }
}

export function removeDraft(store: DraftStore, id: string): void {
  store.removeItem(PREFIX + id)
}
