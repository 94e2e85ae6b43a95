// Opens what the address of this page and the storage of this browser say.
import { nanoid } from 'nanoid'
import { type SnippetApi } from '../../run/snippets.ts'
import { openSnippetAddress } from './open-snippet.ts'
import { type Opening, openScript } from './opening.ts'
import { draftStore, tabStore } from './stores.ts'
import { claimTab, listOrphans } from './tab-claim.ts'

const SNIPPETS = '/s/'

/** Whether this is the page of a snippet: there the path alone says which script it is, and a hash says nothing. */
export function isSnippetPage(): boolean {
  return location.pathname.startsWith(SNIPPETS)
}

/**
 * @param id id of this tab's draft
 * @throws CallFailure where the snippet of the address cannot be read
 */
export function openAddress(id: string, snippets: SnippetApi): Promise<Opening> {
  const parts = { drafts: draftStore, id, spareId: nanoid() }
  if (isSnippetPage()) {
    const readSnippet = snippets.get
    return openSnippetAddress({ ...parts, name: location.pathname.slice(SNIPPETS.length), readSnippet })
  }
  return openScript({
    ...parts,
    hash: location.hash,
    tab: tabStore,
    listOrphans: () => listOrphans(draftStore, id),
    now: Date.now(),
  })
}

/** What a page begins with: the id of its tab, and what it opens. */
export async function openTab(snippets: SnippetApi): Promise<{ tabId: string; opening: Opening }> {
  const tabId = await claimTab(tabStore, draftStore)
  return { tabId, opening: await openAddress(tabId, snippets) }
}
