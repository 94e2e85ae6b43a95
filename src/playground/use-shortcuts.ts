// The page's own keys, wherever the focus is, taken before the editor sees them.
import { useEffect, useEffectEvent } from 'react'
import { type Shortcut, shortcutOf } from './keys.ts'

export function useShortcuts(actions: Record<Shortcut, () => void>): void {
  const act = useEffectEvent((shortcut: Shortcut) => {
    actions[shortcut]()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTyping(event.target))
      // A dialog is a question of its own: what lies behind it waits.
      if (!shortcut || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      act(shortcut)
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  )
}
