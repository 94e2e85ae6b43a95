// What the page opens with: the script of a link, the draft of this tab, or the starter.
import { type Snippet } from '../../contract/snippet.ts'
import { readAccounts } from '../../run/hand-over.ts'
import { SITE_SCRIPT_KEY } from '../../run/site-script.ts'
import { type Notice } from '../notice.ts'
import { type Draft, type DraftStore, readDraft, removeDraft, type StoredDraft, writeDraft } from './drafts.ts'
import { beginScript, normalizeLines, openDraft, openLinked, type Script } from './script-state.ts'
import { titleOf } from './script-title.ts'
import { decodeLink, isScriptLink } from './share-link.ts'
import { isWorthKeeping, STARTER } from './starter.ts'

export interface Opening {
  script: Script
  notice: Notice | null
  /** The snippet that the script was opened from, at this very address. */
  snippet: Snippet | null
}

export interface OpeningParts {
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
  const { hash, tab, drafts, id } = parts
  const draft = readDraft(drafts, id)
  if (!isScriptLink(hash)) {
    if (draft) return { script: openDraft(draft), notice: null, snippet: null }
    return { script: beginScript(STARTER), notice: await offerOrphan(parts), snippet: null }
  }
  if (draft?.link === hash) return { script: openDraft(draft), notice: null, snippet: null }
  const reading = await decodeLink(hash)
  if (!reading.ok) {
    // What the reader has stays in the editor: a bad link costs nothing.
    const script = draft ? openDraft(draft) : beginScript('')
    return { script, notice: { text: reading.message, tone: 'error' }, snippet: null }
  }
  const notice = makeRoom(parts, draft)
  const fromThisSite = tab.getItem(SITE_SCRIPT_KEY) === hash
  const script = openLinked(normalizeLines(reading.source), hash, fromThisSite)
  // A page of this site may have said on which account its script is to run.
  return { script: fromThisSite ? { ...script, accounts: readAccounts(tab) } : script, notice, snippet: null }
}

/** Puts this tab's draft aside for a script that is opened in its place. */
export function makeRoom(
  { drafts, id, spareId }: Pick<OpeningParts, 'drafts' | 'id' | 'spareId'>,
  draft: Draft | null,
): Notice | null {
  if (!draft || !isWorthKeeping(draft.source)) return null
  writeDraft(drafts, spareId, draft)
  removeDraft(drafts, id)
  return { text: 'Your draft is kept.', tone: 'plain', undo: spareId }
}

/** After a crash the browser may open a new tab that knows nothing of the old one's draft. */
async function offerOrphan({ listOrphans, now }: OpeningParts): Promise<Notice | null> {
  const lost = (await listOrphans()).find(({ source, savedAt }) => isWorthKeeping(source) && now - savedAt < MISSED_MS)
  if (!lost) return null
  const title = titleOf(lost.source)
  return { text: `A draft of a closed tab is kept${title ? `: ${title}` : ''}.`, tone: 'plain', undo: lost.id }
}
