// The script in the editor: its text, where it came from, and what may be done with it.
import { type Origin } from '../../contract/script.ts'
import { type Draft } from './drafts.ts'

export interface Script {
  source: string
  origin: Origin
  /** The hash that it came by; kept after taking over, so that a reload finds the draft and not the link again. */
  link: string | null
  /** A linked script is shown as it came until the reader chooses to edit it. */
  readOnly: boolean
  /** Whether the reader changed or took over anything: only that is worth saving. */
  touched: boolean
}

export function beginScript(source: string): Script {
  return { source, origin: 'mine', link: null, readOnly: false, touched: false }
}

export function openLinked(source: string, link: string, fromThisSite: boolean): Script {
  return { source, origin: fromThisSite ? 'site' : 'link', link, readOnly: !fromThisSite, touched: false }
}

export function openDraft({ source, origin, link }: Draft): Script {
  return { source, origin, link, readOnly: false, touched: true }
}

/** A changed example is the reader's own; a changed linked script stays linked until it is taken over. */
export function editScript(script: Script, source: string): Script {
  if (source === script.source) return script
  return { ...script, source, origin: script.origin === 'link' ? 'link' : 'mine', touched: true }
}

export function unlockScript(script: Script): Script {
  return { ...script, readOnly: false }
}

export function takeOver(script: Script): Script {
  return { ...script, origin: 'mine', readOnly: false, touched: true }
}

/** One line end everywhere, so that lines in the editor are lines in errors. */
export function normalizeLines(source: string): string {
  return source.replaceAll(/\r\n?/g, '\n')
}
