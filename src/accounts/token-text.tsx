// A new token, shown once: to be copied now.
import { useCopy } from '../look/use-copy.ts'

export function TokenText({ token }: { token: string }) {
  const [state, copy] = useCopy(token)
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
        <button type="button" className="btn small ac-copy" onClick={() => void copy()}>
          <span role="status">{state === 'copied' ? 'Token copied' : 'Copy token'}</span>
        </button>
      </p>
      <p className="ac-soft">
        Put it into the environment as <code>KOSMO_TOKEN</code>, and <code>{location.origin}</code> as{' '}
        <code>KOSMO_SERVER</code>.
      </p>
    </div>
  )
}
