// A link to read, and the button that copies it; where the browser lets no page copy, it is selected to be copied by hand.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { withControl } from '../keys.ts'

const SHOWN_MS = 2500

interface CopyFieldProps {
  label: string
  text: string
  copyAtOnce?: boolean
}

export function CopyField({ label, text, copyAtOnce = false }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const show = (copied: boolean) => {
    setState(copied ? 'copied' : 'refused')
    if (!copied) return field.current?.select()
    setTimeout(() => {
      setState('idle')
    }, SHOWN_MS)
  }
  const showFirst = useEffectEvent(show)
  useEffect(() => {
    if (copyAtOnce) void copyText(text).then(showFirst)
  }, [copyAtOnce, text])
  return (
    <div className="pg-copy">
      <input
        ref={field}
        className="pg-input mono"
        aria-label={label}
        readOnly
        value={text}
        onFocus={(event) => {
          event.target.select()
        }}
      />
      <button type="button" className="btn" onClick={() => void copyText(text).then(show)}>
        {state === 'copied' ? 'Link copied' : 'Copy link'}
      </button>
      <p className="pg-hint" role="status">
        {state === 'refused'
          ? `The browser does not let this page use the clipboard: press ${withControl('C')} to copy the link.`
          : null}
      </p>
    </div>
  )
}

/** Whether the browser let the page do it; it does in a secure context, after a deed of the reader. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
