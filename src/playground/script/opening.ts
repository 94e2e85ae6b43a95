// What the page opens with: the script of a link, the draft of this tab, or the starter.
import { type Notice } from '../state.ts'
import { type DraftStore, readDraft, removeDraft, writeDraft } from './drafts.ts'
import { beginScript, normalizeLines, openDraft, openLinked, type Script } from './script-state.ts'
import { decodeLink, isScriptLink } from './share-link.ts'
import { isWorthKeeping, STARTER } from './starter.ts'

/** Where a page of this site leaves the hash of the example that its Edit button opens: only it can write here. */
export const SITE_SCRIPT_KEY = 'kosmo.site-script'

export interface Opening {
  script: Script
  notice: Notice | null
}

interface OpeningParts {
  hash: string
  tab: Pick<Storage, 'getItem'>
  drafts: DraftStore
  /** Id of this tab's draft, and a new one for a draft that makes room. */
  id: string
  spareId: string
}

/** Decides what to open. A draft of this tab that is not of this link is put aside, never lost. */
export async function openScript({ hash, tab, drafts, id, spareId }: OpeningParts): Promise<Opening> {
  const draft = readDraft(drafts, id)
  if (!isScriptLink(hash)) {
    return { script: draft ? openDraft(draft) : beginScript(STARTER), notice: null }
  }
  if (draft?.link === hash) return { script: openDraft(draft), notice: null }
  const reading = await decodeLink(hash)
  if (!reading.ok) {
    // What the reader has stays in the editor: a bad link costs nothing.
    const script = draft ? openDraft(draft) : beginScript('')
    return { script, notice: { text: reading.message, tone: 'error' } }
  }
  let notice: Notice | null = null
  if (draft && isWorthKeeping(draft.source)) {
    writeDraft(drafts, spareId, draft)
    removeDraft(drafts, id)
    notice = { text: 'Your draft is kept.', tone: 'plain', undo: spareId }
  }
  const fromThisSite = tab.getItem(SITE_SCRIPT_KEY) === hash
  return { script: openLinked(normalizeLines(reading.source), hash, fromThisSite), notice }
}
