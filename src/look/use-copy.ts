// Copying a text, and what came of it: shown for a moment, or for good where the browser lets no page do it.
import { useState } from 'react'
import { createTurns } from './turns.ts'

const SHOWN_MS = 2500

/** The state of the last try, and a function that copies; it does in a secure context, after a deed of the reader. */
export function useCopy(text: string): ['idle' | 'copied' | 'refused', () => Promise<void>] {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const [begin] = useState(createTurns)
  const copy = async () => {
    const isNewest = begin()
    setState('idle')
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      setTimeout(() => {
        // What an older try leaves says nothing of the newest.
        if (isNewest()) setState('idle')
      }, SHOWN_MS)
    } catch {
      setState('refused')
    }
  }
  return [state, copy]
}
