// API tokens on the accounts page: what the `kosmo` command runs Live with.
import { useRef, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Api } from '../run/api.ts'
import { ErrorNote } from './error-note.tsx'
import { TokenCard } from './token-card.tsx'
import { TokenForm } from './token-form.tsx'
import { TokenText } from './token-text.tsx'
import { useTokens } from './use-tokens.ts'

export function TokenSection({ api, index }: { api: Api; index: CatalogIndex }) {
  const [tokens, change] = useTokens(api)
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const [revoked, setRevoked] = useState<string | null>(null)
  return (
    <section className="ac-integration" aria-labelledby="tokens">
      <div className="ac-integration-head">
        <h2 id="tokens">API tokens</h2>
        <span className="ac-gap" />
        {making ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => {
              setMaking(true)
              setMade(null)
            }}
          >
            Make a token
          </button>
        )}
      </div>
      <p className="ac-soft">
        With a token the <code>kosmo</code> command runs scripts on these accounts, from a shell, a cron job or an
        agent. A token opens nothing else.
      </p>
      <p className="ac-soft" role="status" tabIndex={-1} ref={said}>
        {revoked === null ? null : `The token ${revoked} is revoked. Nothing runs with it any more.`}
      </p>
      {made === null ? null : <TokenText token={made} />}
      {making ? (
        <TokenForm
          api={api}
          index={index}
          onMade={({ token, row }) => {
            setMade(token)
            setMaking(false)
            setRevoked(null)
            change((rows) => [row, ...rows])
          }}
          onCancel={() => {
            setMaking(false)
          }}
        />
      ) : null}
      {tokens.phase === 'loading' ? (
        <p className="ac-soft" aria-busy="true">
          Loading.
        </p>
      ) : null}
      {tokens.phase === 'failed' ? <ErrorNote error={tokens.error} /> : null}
      {tokens.phase === 'ready'
        ? tokens.rows.map((row) => (
            <TokenCard
              key={row.id}
              api={api}
              row={row}
              index={index}
              onRevoked={() => {
                change((rows) => rows.filter(({ id }) => id !== row.id))
                setRevoked(row.name)
                setMade(null)
                // The button that had the focus is gone with its row.
                said.current?.focus()
              }}
            />
          ))
        : null}
    </section>
  )
}
