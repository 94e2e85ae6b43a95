// The accounts of a signed-in user: one section per integration, the ones with accounts first.
import { useEffect, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { CallFailure, type CallError } from '../contract/errors.ts'
import { type Api } from '../run/api.ts'
import { type CatalogSource } from '../run/catalog.ts'
import { signOut } from './auth.ts'
import { ErrorNote } from './error-note.tsx'
import { IntegrationSection } from './integration-section.tsx'
import { TokenSection } from './token-section.tsx'
import { useAccounts } from './use-accounts.ts'

interface SignedInProps {
  api: Api
  catalog: CatalogSource
  user: { email: string }
  /** Where a new connection leads back to. */
  back: string | null
}

export function SignedIn({ api, catalog, user, back }: SignedInProps) {
  const [state, changes] = useAccounts(api)
  const index = useIndex(catalog)
  const [problem, setProblem] = useState<string | null>(null)
  const wanted = new URLSearchParams(location.search)

  const leave = async () => {
    const failed = await signOut()
    if (failed) setProblem(failed)
    else location.assign('/sign-in/')
  }
  const accounts = state.phase === 'ready' ? state.accounts : []
  const countOf = (slug: string) => accounts.filter(({ integration }) => integration === slug).length
  const rank = (slug: string) => (slug === wanted.get('connect') ? 0 : countOf(slug) ? 1 : 2)
  return (
    <>
      <div className="ac-user">
        <span>Signed in as {user.email}</span>
        <a href="/links/">My links</a>
        <a href="#tokens">API tokens</a>
        <button type="button" className="btn small" onClick={() => void leave()}>
          Sign out
        </button>
      </div>
      {problem ? (
        <p className="ac-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {state.phase === 'failed' ? <ErrorNote error={state.error} /> : null}
      {index && !index.ok ? <ErrorNote error={index.error} /> : null}
      {state.phase === 'loading' || !index ? (
        <p className="ac-lead" aria-busy="true">
          Loading.
        </p>
      ) : null}
      {state.phase === 'ready' && !accounts.length ? (
        <p className="ac-lead">
          No account is connected yet. An account is a named set of keys for one integration; scripts name it, and the
          server alone uses the keys. You can connect several, as <code>work</code> and <code>private</code>.
        </p>
      ) : null}
      {state.phase === 'ready' && index?.ok
        ? index.value.integrations
            .toSorted((a, b) => rank(a.slug) - rank(b.slug))
            .map((entry) => (
              <IntegrationSection
                key={entry.slug}
                api={api}
                catalog={catalog}
                entry={entry}
                accounts={accounts.filter(({ integration }) => integration === entry.slug)}
                changes={changes}
                wanted={wanted.get('connect') === entry.slug ? (wanted.get('name') ?? '') : null}
                back={back}
              />
            ))
        : null}
      {index?.ok ? <TokenSection api={api} index={index.value} /> : null}
    </>
  )
}

type Loaded = { ok: true; value: CatalogIndex } | { ok: false; error: CallError }

function useIndex(catalog: CatalogSource): Loaded | null {
  const [index, setIndex] = useState<Loaded | null>(null)
  useEffect(() => {
    catalog.readIndex().then(
      (value) => {
        setIndex({ ok: true, value })
      },
      (error: unknown) => {
        const failure = error instanceof CallFailure ? error : new CallFailure('internal', String(error))
        setIndex({ ok: false, error: failure.error })
      },
    )
  }, [catalog])
  return index
}
