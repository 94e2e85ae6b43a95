// The accounts that a script uses, beside the Demo/Live switch; for Live, which of the reader's stands for each.
import { type Mode } from '../../contract/script.ts'
import { type AccountChoice } from '../../contract/snippet.ts'
import { findAccount, listChoices, writeChoice } from './account-choice.ts'
import { AccountSelect, describePlace } from './account-select.tsx'
import { type KnownAccount } from './session.ts'
import { type TouchedAccount } from './touches.ts'

interface AccountChipsProps {
  touched: readonly TouchedAccount[]
  mode: Mode
  accounts: readonly KnownAccount[]
  choice: AccountChoice
  onChoose(choice: AccountChoice): void
}

export function AccountChips({ touched, mode, accounts, choice, onChoose }: AccountChipsProps) {
  if (!touched.length) return null
  return (
    <ul className={`pg-chips ${mode}`} aria-label={mode === 'demo' ? 'Demo data in use' : 'Accounts in use'}>
      {touched.map((place) => {
        const { integration, vendor, account } = place
        const choices = mode === 'live' ? listChoices(accounts, integration) : []
        const current = findAccount(choice, accounts, place)
        const state = mode === 'demo' ? 'demo' : current ? 'ready' : 'missing'
        return (
          <li
            key={`${integration}.${account ?? ''}`}
            className={`pg-chip ${state}`}
            title={describeChip(state, vendor)}
          >
            {integration}
            {account === null ? null : `.${account}`}
            {choices.length === 1 && current ? (
              <NamedAccount name={current} asked={account} />
            ) : choices.length ? (
              <AccountSelect
                label={describePlace(place)}
                choices={choices}
                current={current}
                onChoose={(name) => {
                  onChoose(writeChoice(choice, place, name))
                }}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** The only account there is: nothing to choose, and nothing to say where it has the name that the script asks for. */
function NamedAccount({ name, asked }: { name: string; asked: string | null }) {
  return name === asked ? null : <span className="pg-faint">{name}</span>
}

function describeChip(state: 'demo' | 'ready' | 'missing', vendor: string): string {
  if (state === 'demo') return `Sample data of ${vendor}; any account name works on Demo`
  return state === 'ready' ? `Connected account of ${vendor}` : `Not connected: ${vendor}`
}
