// One integration on the accounts page: its accounts, and connecting another.
import { useEffect, useRef, useState } from 'react'
import { type CatalogEntry } from '../contract/catalog.ts'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Api } from '../run/api.ts'
import { type CatalogSource } from '../run/catalog.ts'
import { AccountCard } from './account-card.tsx'
import { type Account, type TestedHalf } from './account-data.ts'
import { ConnectForm } from './connect-form.tsx'
import { type AccountChanges } from './use-accounts.ts'

interface IntegrationSectionProps {
  api: Api
  catalog: CatalogSource
  entry: CatalogEntry
  accounts: readonly Account[]
  changes: AccountChanges
  /** Name of the account that a script asks to connect, empty for any; null when it asks for none here. */
  wanted: string | null
  back: string | null
}

export function IntegrationSection({ api, catalog, entry, accounts, changes, wanted, back }: IntegrationSectionProps) {
  const [connecting, setConnecting] = useState(wanted !== null)
  const [fresh, setFresh] = useState<{ id: string; tested: TestedHalf[] | null } | null>(null)
  const definition = useDefinition(catalog, entry.slug, connecting || accounts.length > 0)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted !== null) heading.current?.scrollIntoView({ block: 'start' })
  }, [wanted])

  const onConnected = (account: Account, tested: TestedHalf[] | null) => {
    changes.put(account)
    setConnecting(false)
    setFresh({ id: account.id, tested })
    // What works leads straight back; what does not is better mended here.
    if (back && tested?.length && tested.every(({ ok }) => ok)) location.assign(back)
  }
  return (
    <section className="ac-integration">
      <div className="ac-integration-head">
        <h2 ref={heading}>{entry.name}</h2>
        <span className="ac-gap" />
        {connecting ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => {
              setConnecting(true)
            }}
          >
            {accounts.length ? 'Connect another' : `Connect ${entry.name}`}
          </button>
        )}
      </div>
      {accounts.length ? null : <p className="ac-soft">{entry.summary}</p>}
      {definition && connecting ? (
        <ConnectForm
          api={api}
          definition={definition}
          suggestedName={wanted || (accounts.length ? '' : 'main')}
          onConnected={onConnected}
          onCancel={() => {
            setConnecting(false)
          }}
        />
      ) : null}
      {definition
        ? accounts.map((account) => (
            <AccountCard
              key={account.id}
              api={api}
              account={account}
              definition={definition}
              others={accounts.filter(({ id }) => id !== account.id)}
              fresh={fresh?.id === account.id ? fresh : null}
              changes={changes}
            />
          ))
        : null}
    </section>
  )
}

/** The definition of an integration once it is needed; null until it is loaded. */
function useDefinition(catalog: CatalogSource, slug: string, needed: boolean): IntegrationDefinition | null {
  const [definition, setDefinition] = useState<IntegrationDefinition | null>(null)
  useEffect(() => {
    if (!needed) return
    catalog.readIntegration(slug).then(
      ({ integrations }) => {
        setDefinition(integrations[slug] ?? null)
      },
      // The index has been loaded from the same place; what fails here is tried again when the page is opened again.
      () => undefined,
    )
  }, [catalog, slug, needed])
  return definition
}
