// Saves the draft of a tab soon after each change, and at once when the page may be about to go.
import { type Draft, type DraftStore, writeDraft } from './drafts.ts'

/** `none`: nothing worth saving yet; `failed`: storage is off or full. */
export type SaveState = 'none' | 'pending' | 'saved' | 'failed'

export interface DraftSaver {
  /** Remembers the draft and saves it within {@link SAVE_MS}. */
  schedule(draft: Omit<Draft, 'savedAt'>): void
  flush(): void
  state(): SaveState
  subscribe(listener: () => void): () => void
}

export const SAVE_MS = 300

export function createDraftSaver(store: DraftStore, id: string): DraftSaver {
  const listeners = new Set<() => void>()
  let waiting: Omit<Draft, 'savedAt'> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: SaveState = 'none'

  const enter = (next: SaveState) => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (!waiting) return
    const saved = writeDraft(store, id, { ...waiting, savedAt: Date.now() })
    waiting = null
    enter(saved ? 'saved' : 'failed')
  }
  return {
    schedule(draft) {
      waiting = draft
      // A timer that is already running is kept: steady typing must not put the saving off for ever.
      timer ??= setTimeout(flush, SAVE_MS)
      enter('pending')
    },
    flush,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
