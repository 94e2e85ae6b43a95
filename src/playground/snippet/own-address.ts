// Whether the script on the screen is at home at the address of the page.
import { parseSnippetName } from '../../contract/snippet.ts'
import { type Script } from '../script/script-state.ts'

const SNIPPETS = '/s/'

/**
 * False where the address is that of a saved script and the editor holds another one: one that was taken over, a new
 * one, a restored draft. A reload must not bring the saved one back in its place.
 */
export function isAtHome(path: string, { snippet, origin }: Pick<Script, 'snippet' | 'origin'>): boolean {
  if (!path.startsWith(SNIPPETS)) return true
  const named = parseSnippetName(path.slice(SNIPPETS.length).replace('%40', '@'))
  return named !== null && named.id === snippet?.snippet && (origin === 'link' || snippet.mine)
}
