// Why a script is not shared: the lines that hold what looks like a key, and the way out. Never what stands there.
import { accountsAddress, connectAddress } from '../live/addresses.ts'
import { describeKind, type HeldSecrets } from './held-secrets.ts'

interface SecretsViewProps {
  held: HeldSecrets
  onJump(line: number): void
  onLeave(): void
}

export function SecretsView({ held, onJump, onLeave }: SecretsViewProps) {
  const { secrets, integrations } = held
  return (
    <>
      <p>
        Whoever opens a link reads the whole script, so nothing is shared while it holds a key. Take these out first:
      </p>
      <ul className="pg-secrets">
        {secrets.map(({ line, column, kind }) => (
          <li key={`${String(line)}:${String(column)}`}>
            <span>
              Line {line}, column {column} {describeKind(kind)}.
            </span>
            <button
              type="button"
              className="btn small"
              aria-label={`Go to line ${String(line)}, column ${String(column)}`}
              onClick={() => {
                onJump(line)
              }}
            >
              Go to line
            </button>
          </li>
        ))}
      </ul>
      <h3>Move it to an account</h3>
      <p>
        An account keeps the key on the server, and the script only names it:{' '}
        <code>app.integrations.{integrations[0]?.namespaces[0]?.replaceAll('-', '_') ?? 'upstash'}.work</code>. Whoever
        opens the link uses an account of their own.
      </p>
      <p className="pg-dialog-do">
        {integrations.slice(0, 3).map(({ slug, name }, at) => (
          <a key={slug} className={at ? 'btn' : 'btn primary'} href={connectAddress(slug)} onClick={onLeave}>
            Connect {name}
          </a>
        ))}
        {integrations.length ? null : (
          <a className="btn primary" href={accountsAddress()} onClick={onLeave}>
            Open accounts
          </a>
        )}
      </p>
    </>
  )
}
