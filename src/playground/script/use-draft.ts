// Keeps the script of this tab saved while it changes.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createDraftSaver, type SaveState } from './draft-saver.ts'
import { type DraftStore } from './drafts.ts'
import { editScript, type Script, toDraft } from './script-state.ts'

interface DraftKeeper {
  saved: SaveState
  /** Takes an edit before React has drawn it: a page that goes in that moment must not lose the last keys. */
  noteEdit(source: string): void
}

export function useDraft(script: Script, id: string, store: DraftStore): DraftKeeper {
  const [saver] = useState(() => createDraftSaver(store, id))

  useEffect(() => {
    if (script.touched) saver.schedule(toDraft(script))
  }, [saver, script])

  useEffect(() => {
    const onHide = () => {
      saver.flush()
    }
    // A phone may end a hidden page without another word.
    document.addEventListener('visibilitychange', onHide)
    addEventListener('pagehide', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      removeEventListener('pagehide', onHide)
      saver.flush()
    }
  }, [saver])

  const saved = useSyncExternalStore(saver.subscribe, saver.state)
  return {
    saved,
    noteEdit(text) {
      saver.schedule(toDraft(editScript(script, text)))
    },
  }
}
