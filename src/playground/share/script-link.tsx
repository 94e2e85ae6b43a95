// The link that holds the script itself: it works without the server, and cannot be taken back.
import { useEffect, useState } from 'react'
import { encodeLink } from '../script/share-link.ts'
import { CopyField } from './copy-field.tsx'

type Made = { url: string } | { problem: string }

export function ScriptLink({ source }: { source: string }) {
  const made = useScriptLink(source)
  return (
    <section className="pg-share-part" aria-labelledby="pg-script-link">
      <h3 id="pg-script-link">Link with the whole script</h3>
      <p>The script itself is in the link. It needs no account, and cannot be revoked.</p>
      {made && 'url' in made ? <CopyField label="Link with the whole script" text={made.url} /> : null}
      {made && 'problem' in made ? (
        <p className="pg-refusal" role="alert">
          {made.problem}
        </p>
      ) : null}
    </section>
  )
}

function useScriptLink(source: string): Made | null {
  const [made, setMade] = useState<Made | null>(null)
  useEffect(() => {
    let gone = false
    const show = (next: Made) => {
      if (!gone) setMade(next)
    }
    encodeLink(source).then(
      (hash) => {
        show({ url: `${location.origin}/playground/${hash}` })
      },
      (error: unknown) => {
        show({
          problem: error instanceof RangeError ? error.message : 'This browser cannot make a link of the script.',
        })
      },
    )
    return () => {
      gone = true
    }
  }, [source])
  return made
}
