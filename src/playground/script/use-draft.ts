// Keeps the script of this tab saved while it changes.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createDraftSaver, type SaveState } from './draft-saver.ts'
import { type DraftStore } from './drafts.ts'
import { type Script } from './script-state.ts'

export function useDraft(script: Script, id: string, store: DraftStore): SaveState {
  const [saver] = useState(() => createDraftSaver(store, id))
  const { source, origin, link, touched } = script

  useEffect(() => {
    if (touched) saver.schedule({ source, origin, link })
  }, [saver, source, origin, link, touched])

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

  return useSyncExternalStore(saver.subscribe, saver.state)
}
