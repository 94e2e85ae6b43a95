// A new token, shown once: to be copied now.
import { useState } from 'react'

const SHOWN_MS = 2500

export function TokenText({ token }: { token: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(token).then(
      () => {
        setCopied(true)
        setTimeout(() => {
          setCopied(false)
        }, SHOWN_MS)
      },
      // The field beside the button can be copied by hand.
      () => undefined,
    )
  }
  return (
    <div className="ac-card ac-token" role="group" aria-label="New token">
      <p>
        <b>Copy the token now.</b> It is not shown again, and is stored here as a hash only.
      </p>
      <p className="ac-do">
        <input
          className="ac-link-text"
          aria-label="Token"
          readOnly
          autoFocus
          value={token}
          onFocus={(event) => {
            event.target.select()
          }}
        />
        <button type="button" className="btn small ac-copy" onClick={copy}>
          <span role="status">{copied ? 'Token copied' : 'Copy token'}</span>
        </button>
      </p>
      <p className="ac-soft">
        Put it into the environment as <code>KOSMO_TOKEN</code>, and <code>{location.origin}</code> as{' '}
        <code>KOSMO_SERVER</code>.
      </p>
    </div>
  )
}
