// What is about to be saved under a link, and what the server's refusals mean for it.
import { type CallError } from '../../contract/errors.ts'
import { formatLimit } from '../../contract/format-limit.ts'
import { PAGE_LIMITS } from '../../run/page-limits.ts'
import { type SaveSnippet, SnippetTitle, VISIBLE, type Visibility } from '../../contract/snippet.ts'
import { type SnippetTie } from '../script/drafts.ts'
import { readTitle } from '../script/script-title.ts'

export interface SaveFields {
  title: string
  visibility: Visibility
  /** `version`: the next one of the reader's own link. */
  target: 'version' | 'new'
  /** Whether a fork names what it was made from. */
  naming: boolean
}

/** What the form begins with. */
export function beginFields(source: string, tie: SnippetTie | null, visibility: Visibility = 'link'): SaveFields {
  const title = cleanTitle(readTitle(source) ?? '') || tie?.title || 'Untitled script'
  return { title, visibility, target: tie?.mine ? 'version' : 'new', naming: true }
}

/** The nearest that a title may be: one line, not too long, with nothing that turns the direction of text. */
function cleanTitle(text: string): string {
  const plain = text
    .replaceAll(/[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
  const title = plain.length > LONGEST_TITLE ? `${[...plain].slice(0, 100).join('').slice(0, 100)}…` : plain
  return SnippetTitle.safeParse(title).success ? title : ''
}

const LONGEST_TITLE = 120

/** What is wrong with a title, for people; null when nothing is. */
export function findTitleProblem(title: string): string | null {
  if (SnippetTitle.safeParse(title).success) return null
  if (!VISIBLE.test(title)) return 'Give it a title.'
  if (title.trim().length > LONGEST_TITLE) return `A title has at most ${String(LONGEST_TITLE)} characters.`
  return 'A title is one line of plain text.'
}

/** Why the script itself cannot be saved, for people; null when it can. */
export function findSourceProblem(source: string): string | null {
  if (!source) return 'There is nothing to save yet.'
  if (new TextEncoder().encode(source).length <= PAGE_LIMITS.sourceBytes) return null
  return `The script is over ${formatLimit(PAGE_LIMITS.sourceBytes, 'bytes')}, too large to be saved.`
}

export function describeSave(source: string, fields: SaveFields, tie: SnippetTie | null): SaveSnippet {
  const { title, visibility, target, naming } = fields
  const what = { source, visibility, title: title.trim() }
  if (target === 'version' && tie?.mine) return { ...what, snippet: tie.snippet }
  if (!tie || tie.mine || !naming) return what
  return { ...what, forkOf: { snippet: tie.snippet, version: tie.version } }
}

export interface SaveRefusal {
  text: string
  /** What leads on, where anything does beside trying again. */
  way: 'sign-in' | 'new-link' | 'no-source' | null
}

/** A refusal of the server in terms of what was to be saved. */
export function describeRefusal({ code, message, hint }: CallError, saving: SaveSnippet): SaveRefusal {
  switch (code) {
    case 'not_signed_in':
      return { text: 'You are not signed in any more. Sign in in another tab, then save again.', way: 'sign-in' }
    case 'not_found':
      if (saving.snippet) return { text: 'This link of yours is gone: it was revoked.', way: 'new-link' }
      return { text: 'What this script was made from cannot be read any more.', way: 'no-source' }
    case 'offline':
      return { text: 'The server did not answer. Nothing is saved yet, and nothing is lost: try again.', way: null }
    case 'request_too_large':
    case 'source_too_large':
      return { text: 'The script is too large to be saved.', way: null }
    default:
      return { text: `${message} ${hint}`, way: null }
  }
}
