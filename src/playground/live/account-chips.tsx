// The accounts that a script uses, beside the Demo/Live switch; the default one can be chosen for a Live run.
import { type Mode } from '../../contract/script.ts'
import { type AccountChoice } from '../../contract/snippet.ts'
import { type KnownAccount, listChoices } from './live-needs.ts'
import { type TouchedAccount } from './touches.ts'

interface AccountChipsProps {
  touched: readonly TouchedAccount[]
  mode: Mode
  accounts: readonly KnownAccount[]
  chosen: AccountChoice
  onChoose(integration: string, account: string): void
}

export function AccountChips({ touched, mode, accounts, chosen, onChoose }: AccountChipsProps) {
  if (!touched.length) return null
  return (
    <ul className="pg-chips" aria-label={mode === 'demo' ? 'Demo data in use' : 'Accounts in use'}>
      {touched.map(({ integration, vendor, account }) => {
        const choices = mode === 'live' && account === null ? listChoices(accounts, integration) : []
        const current = chosen[integration]?.['default'] ?? choices[0]
        const connected =
          account === null
            ? choices.length > 0
            : accounts.some((known) => known.integration === integration && known.name === account)
        const state = mode === 'demo' ? 'demo' : connected ? 'ready' : 'missing'
        return (
          <li
            key={`${integration}.${account ?? ''}`}
            className={`pg-chip ${state}`}
            title={describeChip(state, vendor)}
          >
            {integration}
            {account === null ? null : `.${account}`}
            {choices.length > 1 ? (
              <select
                aria-label={`Account of ${vendor} for this run`}
                value={current}
                onChange={(event) => {
                  onChoose(integration, event.target.value)
                }}
              >
                {choices.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            ) : choices.length ? (
              <span className="pg-faint">{current}</span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function describeChip(state: 'demo' | 'ready' | 'missing', vendor: string): string {
  if (state === 'demo') return `Sample data of ${vendor}; any account name works on Demo`
  return state === 'ready' ? `Connected account of ${vendor}` : `Not connected: ${vendor}`
}
