// The script in the editor: its text, where it came from, and what may be done with it.
import { type Origin } from '../../contract/script.ts'
import { type AccountChoice, type Snippet } from '../../contract/snippet.ts'
import { type Draft, type SnippetTie } from './drafts.ts'

export interface Script {
  source: string
  origin: Origin
  /** The hash that it came by; kept after taking over, so that a reload finds the draft and not the link again. */
  link: string | null
  /** A linked script is shown as it came until the reader chooses to edit it. */
  readOnly: boolean
  /** Whether the reader changed or took over anything: only that is worth saving. */
  touched: boolean
  /** The saved snippet that it was opened from or saved as; null for none. */
  snippet: SnippetTie | null
  /** Which account of the reader stands for which name in the script; its text stays as it is. */
  accounts: AccountChoice
}

const FRESH = { link: null, touched: false, snippet: null, accounts: {} } as const

export function beginScript(source: string): Script {
  return { ...FRESH, source, origin: 'mine', readOnly: false }
}

export function openLinked(source: string, link: string, fromThisSite: boolean): Script {
  return { ...FRESH, source, link, origin: fromThisSite ? 'site' : 'link', readOnly: !fromThisSite }
}

/** Somebody else's snippet is a linked script; one's own is not. */
export function openSnippet(snippet: Snippet): Script {
  const { mine } = snippet
  const source = normalizeLines(snippet.source)
  return { ...FRESH, source, snippet: tieTo(snippet), origin: mine ? 'mine' : 'link', readOnly: !mine }
}

export function openDraft({ source, origin, link, snippet, accounts }: Draft): Script {
  return { source, origin, link, snippet, accounts, readOnly: false, touched: true }
}

export function tieTo({ id, version, title, mine }: Omit<Snippet, 'source'>): SnippetTie {
  return { snippet: id, version, title, mine }
}

/** The part of a script that is kept as a draft. */
export function toDraft({ source, origin, link, snippet, accounts }: Script): Omit<Draft, 'savedAt'> {
  return { source, origin, link, snippet, accounts }
}

/** A changed example is the reader's own; a changed linked script stays linked until it is taken over. */
export function editScript(script: Script, source: string): Script {
  if (source === script.source) return script
  return { ...script, source, origin: script.origin === 'link' ? 'link' : 'mine', touched: true }
}

export function unlockScript(script: Script): Script {
  return { ...script, readOnly: false }
}

export function takeOver(script: Script, accounts: AccountChoice): Script {
  return { ...script, accounts, origin: 'mine', readOnly: false, touched: true }
}

/** What was saved is the reader's own from then on. */
export function saveScript(script: Script, snippet: Snippet): Script {
  return { ...script, snippet: tieTo(snippet), origin: 'mine', readOnly: false, touched: true }
}

/** One line end everywhere, so that lines in the editor are lines in errors. */
export function normalizeLines(source: string): string {
  return source.replaceAll(/\r\n?/g, '\n')
}
