// Which draft belongs to this tab: an id in the tab's own storage, held by a lock while the tab is open.
import { nanoid } from 'nanoid'
import { type DraftStore, listDrafts, readDraft, type StoredDraft, writeDraft } from './drafts.ts'

const TAB_KEY = 'kosmo.tab'
const LOCK_PREFIX = 'kosmo.draft.'
/** A reloaded page may ask before its predecessor has let go. */
const RELEASE_MS = 400

/**
 * Finds the id of this tab and holds it until the page goes. A duplicated tab brings a copy of the id along,
 * which the first one still holds: it gets an id of its own and a copy of the draft.
 */
export async function claimTab(tab: Storage, drafts: DraftStore): Promise<string> {
  const known = tab.getItem(TAB_KEY)
  if (known && (await holdLock(known, AbortSignal.timeout(RELEASE_MS)))) return known
  const id = nanoid()
  const copied = known ? readDraft(drafts, known) : null
  if (copied) writeDraft(drafts, id, copied)
  tab.setItem(TAB_KEY, id)
  await holdLock(id)
  return id
}

/** Drafts of tabs that are closed or crashed, newest first. */
export async function listOrphans(drafts: DraftStore, own: string): Promise<StoredDraft[]> {
  const { held = [] } = (await lockManager()?.query()) ?? {}
  const open = new Set(held.map(({ name }) => name))
  return listDrafts(drafts).filter(({ id }) => id !== own && !open.has(LOCK_PREFIX + id))
}

/**
 * Resolves to whether the lock is ours; it is then kept for the life of the page. Without `patience` it waits for as long
 * as the browser takes: nobody else has an id that was just made.
 */
function holdLock(id: string, patience?: AbortSignal): Promise<boolean> {
  const locks = lockManager()
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true)
      return new Promise(() => undefined)
    }
    locks.request(LOCK_PREFIX + id, patience ? { signal: patience } : {}, hold).catch(() => {
      resolve(false)
    })
  })
}

/** Absent where the page is no secure context: plain HTTP beyond this machine. */
function lockManager(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks
}
