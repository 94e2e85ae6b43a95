// A link to read, and the button that copies it; where the browser lets no page copy, it is selected to be copied by hand.
import { useEffect, useEffectEvent, useRef } from 'react'
import { useCopy } from '../../look/use-copy.ts'
import { withControl } from '../keys.ts'

interface CopyFieldProps {
  label: string
  text: string
  copyAtOnce?: boolean
}

export function CopyField({ label, text, copyAtOnce = false }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [state, copy] = useCopy(text)
  const copyFirst = useEffectEvent(copy)
  useEffect(() => {
    if (copyAtOnce) void copyFirst()
  }, [copyAtOnce, text])
  useEffect(() => {
    if (state === 'refused') field.current?.select()
  }, [state])
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
      <button type="button" className="btn" onClick={() => void copy()}>
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
