// Copies a link; where the browser lets no page do that, it shows the link to be copied by hand.
import { useCopy } from '../look/use-copy.ts'

export function CopyLinkButton({ url }: { url: string }) {
  const [state, copy] = useCopy(url)
  if (state === 'refused') return <input className="ac-link-text" aria-label="Link" readOnly autoFocus value={url} />
  return (
    <button type="button" className="btn small ac-copy" onClick={() => void copy()}>
      <span role="status">{state === 'copied' ? 'Link copied' : 'Copy link'}</span>
    </button>
  )
}
