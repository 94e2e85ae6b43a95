// Changing one script for another: links that are opened, new scripts, restored drafts. Nothing of the reader's is lost.
import { nanoid } from 'nanoid'
import { type Dispatch, useCallback, useEffect, useEffectEvent, useState } from 'react'
import { createTurns } from '../../look/turns.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { type Notice } from '../notice.ts'
import { type Action } from '../state.ts'
import { type DraftStore, readDraft, removeDraft, type StoredDraft, writeDraft } from './drafts.ts'
import { isSnippetPage, openAddress } from './open-address.ts'
import { beginScript, openDraft, type Script, toDraft } from './script-state.ts'
import { isWorthKeeping } from './starter.ts'
import { listOrphans } from './tab-claim.ts'

export interface ScriptChanges {
  begin(): void
  restore(draft: string): void
  listDrafts(): Promise<StoredDraft[]>
}

interface ScriptParts {
  script: Script
  /** Id of this tab's draft. */
  id: string
  store: DraftStore
  snippets: SnippetApi
  dispatch: Dispatch<Action>
}

export function useScripts({ script, id, store, snippets, dispatch }: ScriptParts): ScriptChanges {
  const open = (next: Script, text: string) => {
    const undo = setAside(store, id, script)
    const notice: Notice | null = undo ? { text, tone: 'plain', undo } : null
    dispatch({ type: 'opened', opening: { script: { ...next, touched: true }, notice, snippet: null } })
  }

  const [begin] = useState(createTurns)
  const followHash = useEffectEvent(async () => {
    // There the path alone says which script it is.
    if (isSnippetPage()) return
    const isNewest = begin()
    // What is on screen may be newer than what was saved.
    if (script.touched) writeDraft(store, id, { ...toDraft(script), savedAt: Date.now() })
    const opening = await openAddress(id, snippets)
    // A long link may be read later than a short one that came after it.
    if (isNewest()) dispatch({ type: 'opened', opening })
  })
  useEffect(() => {
    const onHash = () => void followHash()
    addEventListener('hashchange', onHash)
    return () => {
      removeEventListener('hashchange', onHash)
    }
  }, [])

  const listDrafts = useCallback(async () => {
    const orphans = await listOrphans(store, id)
    return orphans.filter(({ source }) => isWorthKeeping(source))
  }, [store, id])

  return {
    begin() {
      open(beginScript(''), 'The script before this one is kept.')
    },
    restore(draft) {
      const found = readDraft(store, draft)
      if (!found) return
      removeDraft(store, draft)
      open(openDraft(found), 'The script before this one is kept.')
    },
    listDrafts,
  }
}

/** Keeps the script as a draft of its own. Returns its id; null when there is nothing to keep. */
function setAside(store: DraftStore, id: string, script: Script): string | null {
  if (!script.touched || !isWorthKeeping(script.source)) return null
  const spare = nanoid()
  removeDraft(store, id)
  return writeDraft(store, spare, { ...toDraft(script), savedAt: Date.now() }) ? spare : null
}
