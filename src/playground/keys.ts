// The keys of the playground, in one table: what they do and how they are written on this system.

const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** @example withControl('⏎') // '⌘⏎' on a Mac, 'Ctrl Enter' elsewhere */
export function withControl(key: string): string {
  return APPLE ? `⌘${key}` : `Ctrl ${key === '⏎' ? 'Enter' : key}`
}

export const KEYS: readonly (readonly [keys: string, what: string])[] = [
  [withControl('⏎'), 'Run the script'],
  [withControl('.'), 'Stop the run'],
  [withControl('/'), 'Comment lines in or out'],
  [withControl('F'), 'Find in the script'],
  [APPLE ? '⌃G' : 'Ctrl G', 'Go to a line'],
  ['F8', 'Go to the next problem'],
  [APPLE ? '⌃⇧M' : 'Ctrl M', 'Tab leaves the editor, or indents again'],
  ['F1', 'All commands of the editor'],
  ['←  →', 'Change between Output, Calls and Result; close and open a branch of a tree'],
  ['?', 'Show this list, outside the editor'],
]

export type Shortcut = 'run' | 'stop' | 'keys'

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Which of the page's own shortcuts a key press is. `typing`: the focus is where a `?` is text. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey }: KeyPress, typing: boolean): Shortcut | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'Enter' ? 'run' : key === '.' ? 'stop' : null
  return key === '?' && !typing ? 'keys' : null
}
