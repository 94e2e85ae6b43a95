// What the page of a snippet opens with: the snippet as the server has it, or this tab's draft of just that version.
import { CallFailure } from '../../contract/errors.ts'
import { parseSnippetName, type Snippet } from '../../contract/snippet.ts'
import { type Draft, readDraft } from './drafts.ts'
import { makeRoom, type Opening, type OpeningParts } from './opening.ts'
import { openDraft, openSnippet } from './script-state.ts'

interface SnippetOpeningParts extends Pick<OpeningParts, 'drafts' | 'id' | 'spareId'> {
  /** What follows `/s/` in the address, as it stands there. */
  name: string
  /** Rejects with a CallFailure. */
  readSnippet(id: string, version: number | null): Promise<Snippet>
}

/**
 * Opens the snippet of an address.
 *
 * @throws CallFailure not_found for what is no snippet or not for this reader, else as the server answers
 */
export async function openSnippetAddress(parts: SnippetOpeningParts): Promise<Opening> {
  const { name, drafts, id, readSnippet } = parts
  const named = parseSnippetName(decodeName(name))
  if (!named) throw new CallFailure('not_found', 'The address names no script.')
  const draft = readDraft(drafts, id)
  // What was taken over is a script of its own, and at home in the playground.
  const own = draft?.snippet?.snippet === named.id && (draft.origin === 'link' || draft.snippet.mine) ? draft : null
  const snippet = await readSnippet(named.id, named.version).catch((error: unknown) => {
    if (own && error instanceof CallFailure) return error
    throw error
  })
  if (snippet instanceof CallFailure) return openWithout(own!, snippet)
  if (own?.snippet?.version === snippet.version && own.snippet.mine === snippet.mine) {
    return { script: openDraft(own), notice: null, snippet }
  }
  return { script: openSnippet(snippet), notice: makeRoom(parts, draft), snippet }
}

/** The reader's changes are here, whatever became of the link. */
function openWithout(draft: Draft, { error }: CallFailure): Opening {
  const reason = error.code === 'not_found' ? 'This link was revoked, or is private.' : error.message
  const notice = { text: `${reason} What you see is your draft of it.`, tone: 'error' as const }
  return { script: openDraft(draft), notice, snippet: null }
}

/** Some programs write `@` as `%40`. What cannot be decoded is no name either way. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
