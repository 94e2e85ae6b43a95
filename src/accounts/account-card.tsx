// One account: what is set, when it was used, and what can be done with it. Never a value of its fields.
import { useState } from 'react'
import { AccountPanel, type PanelName } from './account-panel.tsx'
import { type AccountProps } from './account-props.ts'
import { ErrorNote } from './error-note.tsx'
import { StarterLinks } from './starter-links.tsx'
import { TestReport } from './test-report.tsx'
import { describeAgo } from './times.ts'
import { useRequest } from './use-request.ts'

const PANELS: [PanelName, string][] = [
  ['rename', 'Rename'],
  ['replace', 'Replace keys'],
  ['permissions', 'Permissions'],
  ['remove', 'Delete'],
]

export function AccountCard(props: AccountProps) {
  const { api, account, definition, fresh, changes } = props
  const { busy, error, send } = useRequest()
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [tested, setTested] = useState(fresh?.tested ?? null)
  return (
    <article className="ac-card" aria-label={`Account ${account.name}`}>
      <div className="ac-card-head">
        <h3>
          <code>{account.name}</code>
        </h3>
        {account.isDefault ? <span className="badge recorded">Default</span> : null}
        <span className="ac-gap" />
        <button
          type="button"
          className="btn small"
          disabled={busy}
          onClick={() => {
            send(
              () => api.accounts.test.mutate({ id: account.id }),
              (halves) => {
                setTested(halves)
                changes.reload()
              },
            )
          }}
        >
          {busy ? 'Testing' : 'Test'}
        </button>
        {account.isDefault ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              send(() => api.accounts.makeDefault.mutate({ id: account.id }), changes.put)
            }}
          >
            Make default
          </button>
        )}
        {PANELS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            className="btn small quiet"
            aria-expanded={panel === name}
            onClick={() => {
              setPanel(panel === name ? null : name)
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {panel ? (
        <AccountPanel
          {...props}
          name={panel}
          onClose={() => {
            setPanel(null)
          }}
          onTested={setTested}
        />
      ) : null}
      <dl className="ac-facts">
        {definition.credentials
          .flatMap(({ fields }) => fields)
          .map(({ key, label, default: usual }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{account.fields.find((field) => field.key === key)?.set ? 'set' : usual ? 'default' : 'not set'}</dd>
            </div>
          ))}
        <div>
          <dt>Last used</dt>
          <dd>{account.lastUsedAt ? describeAgo(account.lastUsedAt) : 'never'}</dd>
        </div>
        <div>
          <dt>Connected</dt>
          <dd>{new Date(account.createdAt).toLocaleDateString('en', { dateStyle: 'medium' })}</dd>
        </div>
      </dl>
      <ErrorNote error={error} />
      {tested ? <TestReport tested={tested} groups={definition.credentials} /> : null}
      {fresh ? (
        <StarterLinks
          integration={definition.slug}
          account={account.name}
          groups={definition.credentials}
          tested={tested}
        />
      ) : null}
    </article>
  )
}
