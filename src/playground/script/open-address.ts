// Opens what the address of this page and the storage of this browser say.
import { nanoid } from 'nanoid'
import { type Opening, openScript } from './opening.ts'
import { draftStore, tabStore } from './stores.ts'
import { claimTab, listOrphans } from './tab-claim.ts'

/** @param id id of this tab's draft */
export function openAddress(id: string): Promise<Opening> {
  return openScript({
    hash: location.hash,
    tab: tabStore,
    drafts: draftStore,
    id,
    spareId: nanoid(),
    listOrphans: () => listOrphans(draftStore, id),
    now: Date.now(),
  })
}

/** What a page begins with: the id of its tab, and what it opens. */
export async function openTab(): Promise<{ tabId: string; opening: Opening }> {
  const tabId = await claimTab(tabStore, draftStore)
  return { tabId, opening: await openAddress(tabId) }
}
