// The page's own keys, taken before the editor sees them.
import { type KeyboardEvent } from 'react'
import { type Shortcut, shortcutOf } from './keys.ts'

export function handleShortcuts(actions: Record<Shortcut, () => void>): (event: KeyboardEvent) => void {
  return (event) => {
    const shortcut = shortcutOf(event, isTyping(event.target))
    if (!shortcut) return
    event.preventDefault()
    event.stopPropagation()
    actions[shortcut]()
  }
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  )
}
