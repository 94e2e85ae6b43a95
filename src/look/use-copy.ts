// Copying a text, and what came of it: shown for a moment, or for good where the browser lets no page do it.
import { useRef, useState } from 'react'

const SHOWN_MS = 2500

/** The state of the last try, and a function that copies; it does in a secure context, after a deed of the reader. */
export function useCopy(text: string): ['idle' | 'copied' | 'refused', () => Promise<void>] {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const tries = useRef(0)
  const copy = async () => {
    const turn = ++tries.current
    setState('idle')
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      setTimeout(() => {
        // What an older try leaves says nothing of the newest.
        if (turn === tries.current) setState('idle')
      }, SHOWN_MS)
    } catch {
      setState('refused')
    }
  }
  return [state, copy]
}
