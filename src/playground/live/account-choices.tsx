// Which of my accounts stands for each account name in the script: asked when a script is taken over.
import { type AccountChoice } from '../../contract/snippet.ts'
import { listChoices, readChoice, writeChoice } from './account-choice.ts'
import { AccountSelect, describePlace } from './account-select.tsx'
import { connectAddress, signInAddress } from './addresses.ts'
import { type Session } from './session.ts'
import { type TouchedAccount } from './touches.ts'

interface AccountChoicesProps {
  touched: readonly TouchedAccount[]
  session: Session
  choice: AccountChoice
  onChoose(choice: AccountChoice): void
  /** Called before a link leads away, so that nothing is lost on the way. */
  onLeave(): void
}

export function AccountChoices({ touched, session, onLeave, ...props }: AccountChoicesProps) {
  if (!touched.length) return null
  return (
    <div className="pg-accounts">
      <h3>Your accounts for its Live runs</h3>
      {session.phase === 'signed-in' ? (
        <dl>
          {touched.map((place) => (
            <ChoiceRow key={`${place.integration}.${place.account ?? ''}`} {...{ place, session, onLeave, ...props }} />
          ))}
        </dl>
      ) : (
        <p className="pg-note">
          {describePhase(session.phase)}{' '}
          {session.phase === 'signed-out' ? (
            <a href={signInAddress()} onClick={onLeave}>
              Sign in
            </a>
          ) : null}
        </p>
      )}
    </div>
  )
}

function ChoiceRow(props: Omit<AccountChoicesProps, 'touched'> & { place: TouchedAccount }) {
  const { place, session, choice, onChoose, onLeave } = props
  const choices = listChoices(session.accounts, place.integration)
  return (
    <div>
      <dt>
        <code>
          {place.integration}
          {place.account === null ? null : `.${place.account}`}
        </code>
        {place.account === null ? <span className="pg-faint"> default account</span> : null}
      </dt>
      <dd>
        {choices.length ? (
          <AccountSelect
            label={describePlace(place)}
            choices={choices}
            current={readChoice(choice, place)}
            open="Choose later"
            onChoose={(name) => {
              onChoose(writeChoice(choice, place, name))
            }}
          />
        ) : (
          <>
            None connected.{' '}
            <a href={connectAddress(place.integration, place.account)} onClick={onLeave}>
              Connect {place.vendor}
            </a>
          </>
        )}
      </dd>
    </div>
  )
}

function describePhase(phase: Exclude<Session['phase'], 'signed-in'>): string {
  switch (phase) {
    case 'unknown':
      return 'Asking which accounts you have.'
    case 'unreachable':
      return 'The server does not answer. They can be chosen later, beside the Live switch.'
    case 'signed-out':
      return 'You are not signed in. They can be chosen later, beside the Live switch.'
  }
}
