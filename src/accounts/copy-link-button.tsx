// Copies a link; where the browser lets no page do that, it shows the link to be copied by hand.
import { useState } from 'react'

const SHOWN_MS = 2500

export function CopyLinkButton({ url }: { url: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setState('copied')
      setTimeout(() => {
        setState('idle')
      }, SHOWN_MS)
    } catch {
      setState('refused')
    }
  }
  if (state === 'refused') return <input className="ac-link-text" aria-label="Link" readOnly autoFocus value={url} />
  return (
    <button type="button" className="btn small ac-copy" onClick={() => void copy()}>
      <span role="status">{state === 'copied' ? 'Link copied' : 'Copy link'}</span>
    </button>
  )
}
