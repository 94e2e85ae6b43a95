// One API token: what it may do, until when, and revoking it.
import { useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Api } from '../run/api.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { describeAgo } from './times.ts'
import { type ApiToken } from './use-tokens.ts'

interface TokenCardProps {
  api: Api
  row: ApiToken
  index: CatalogIndex
  onRevoked(): void
}

export function TokenCard({ api, row, index, onRevoked }: TokenCardProps) {
  const [asking, setAsking] = useState(false)
  const { id, name, hint, effects, integrations, expiresAt, lastUsedAt } = row
  const [now] = useState(() => Date.now())
  const isOver = Date.parse(expiresAt) <= now
  return (
    <article className="ac-card" aria-label={`Token ${name}`}>
      <div className="ac-card-head">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <span className="ac-gap" />
        <button
          type="button"
          className="btn small quiet"
          aria-expanded={asking}
          onClick={() => {
            setAsking(!asking)
          }}
        >
          Revoke
        </button>
      </div>
      <dl className="ac-facts">
        <div>
          <dt>Token</dt>
          <dd>
            <code>{hint}…</code>
          </dd>
        </div>
        <div>
          <dt>May call</dt>
          <dd>{effects.join(', ')}</dd>
        </div>
        <div>
          <dt>On</dt>
          <dd>{integrations ? integrations.map((slug) => nameOf(index, slug)).join(', ') : 'all integrations'}</dd>
        </div>
        <div>
          <dt>{isOver ? 'Ended' : 'Ends'}</dt>
          <dd>
            <time dateTime={expiresAt}>{new Date(expiresAt).toLocaleDateString('en', { dateStyle: 'medium' })}</time>
          </dd>
        </div>
        <div>
          <dt>Last used</dt>
          <dd>{lastUsedAt === null ? 'never' : describeAgo(lastUsedAt)}</dd>
        </div>
      </dl>
      {asking ? (
        <ConfirmForm
          label={`Revoke ${name}`}
          request={() => api.tokens.revoke.mutate({ id })}
          onDone={onRevoked}
          onCancel={() => {
            setAsking(false)
          }}
        >
          Whatever runs with this token stops at once. It cannot be brought back.
        </ConfirmForm>
      ) : null}
    </article>
  )
}

function nameOf({ integrations }: CatalogIndex, slug: string): string {
  return integrations.find((entry) => entry.slug === slug)?.name ?? slug
}
