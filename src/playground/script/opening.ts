// What the page opens with: the script of a link, the draft of this tab, or the starter.
import { SITE_SCRIPT_KEY } from '../../run/site-script.ts'
import { type Notice } from '../state.ts'
import { type DraftStore, readDraft, removeDraft, type StoredDraft, writeDraft } from './drafts.ts'
import { beginScript, normalizeLines, openDraft, openLinked, type Script } from './script-state.ts'
import { titleOf } from './script-title.ts'
import { decodeLink, isScriptLink } from './share-link.ts'
import { isWorthKeeping, STARTER } from './starter.ts'

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
  /** Drafts of tabs that are gone, newest first. */
  listOrphans(): Promise<StoredDraft[]>
  /** Milliseconds since 1970. */
  now: number
}

/** A tab that was lost longer ago than this is not missed at every opening; the list of drafts has it still. */
const MISSED_MS = 6 * 3_600_000

/** Decides what to open. A draft of this tab that is not of this link is put aside, never lost. */
export async function openScript(parts: OpeningParts): Promise<Opening> {
  const { hash, tab, drafts, id, spareId } = parts
  const draft = readDraft(drafts, id)
  if (!isScriptLink(hash)) {
    if (draft) return { script: openDraft(draft), notice: null }
    return { script: beginScript(STARTER), notice: await offerOrphan(parts) }
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

/** After a crash the browser may open a new tab that knows nothing of the old one's draft. */
async function offerOrphan({ listOrphans, now }: OpeningParts): Promise<Notice | null> {
  const lost = (await listOrphans()).find(({ source, savedAt }) => isWorthKeeping(source) && now - savedAt < MISSED_MS)
  if (!lost) return null
  const title = titleOf(lost.source)
  return { text: `A draft of a closed tab is kept${title ? `: ${title}` : ''}.`, tone: 'plain', undo: lost.id }
}
