// What a Live run still needs, each with the one button that leads there.
import { type ReactNode } from 'react'
import { type AccountChoice } from '../../contract/snippet.ts'
import { listChoices, writeChoice } from './account-choice.ts'
import { AccountSelect, describePlace } from './account-select.tsx'
import { connectAddress, signInAddress } from './addresses.ts'
import { type LiveNeed } from './live-needs.ts'
import { type KnownAccount } from './session.ts'

interface LivePanelProps {
  needs: readonly LiveNeed[]
  accounts: readonly KnownAccount[]
  choice: AccountChoice
  onChoose(choice: AccountChoice): void
}

export function LivePanel({ needs, ...props }: LivePanelProps) {
  const shown = needs.filter(({ kind }) => kind !== 'wait')
  if (!shown.length) return null
  return (
    <div className="pg-banner" role="region" aria-label="Before this runs Live">
      {shown.map((need) => (
        <NeedLine
          key={need.kind === 'connect' ? `${need.integration}.${need.account ?? ''}` : need.kind}
          need={need}
          {...props}
        />
      ))}
    </div>
  )
}

function NeedLine({ need, ...props }: { need: LiveNeed } & Omit<LivePanelProps, 'needs'>) {
  switch (need.kind) {
    case 'wait':
      return null
    case 'server':
      return <p>Live runs need the server of this site, and it does not answer. Demo works without it.</p>
    case 'sign-in':
      return (
        <p>
          <span>Live runs use your own accounts. Sign in first; the script stays as it is.</span>
          <a className="btn" href={signInAddress()}>
            Sign in
          </a>
        </p>
      )
    case 'connect':
      return <ConnectLine need={need} {...props} />
  }
}

type ConnectNeed = Extract<LiveNeed, { kind: 'connect' }>

function ConnectLine({ need, accounts, choice, onChoose }: { need: ConnectNeed } & Omit<LivePanelProps, 'needs'>) {
  const { integration, vendor, account } = need
  const choices = listChoices(accounts, integration)
  return (
    <p>
      <span>{describeNeed(need)}</span>
      {choices.length ? (
        <label>
          Use another{' '}
          <AccountSelect
            label={`${describePlace(need)}: another one`}
            choices={choices}
            current={null}
            onChoose={(name) => {
              onChoose(writeChoice(choice, need, name))
            }}
          />
        </label>
      ) : null}
      <a className="btn" href={connectAddress(integration, account)}>
        Connect {vendor}
      </a>
    </p>
  )
}

function describeNeed({ vendor, account, chosen }: ConnectNeed): ReactNode {
  if (chosen !== null) {
    return (
      <>
        You chose <code>{chosen}</code> for the account {account === null ? null : <code>{account}</code>} of {vendor},
        and it is not connected.
      </>
    )
  }
  if (account === null) return `No account of ${vendor} is connected.`
  return (
    <>
      The script asks for the account <code>{account}</code> of {vendor}, which is not connected.
    </>
  )
}
