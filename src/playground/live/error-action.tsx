// The page that mends an error, where one does: sign in, connect an account, replace a key.
import { type CallError } from '../../contract/errors.ts'
import { accountsAddress, connectAddress, signInAddress } from './addresses.ts'

export function ErrorAction({ error }: { error: CallError }) {
  const action = findAction(error)
  if (!action) return null
  return (
    <p className="pg-problem-do">
      <a className="btn" href={action.address}>
        {action.label}
      </a>
    </p>
  )
}

function findAction({ code, integration, account }: CallError): { label: string; address: string } | null {
  switch (code) {
    case 'not_signed_in':
      return { label: 'Sign in', address: signInAddress() }
    case 'no_account':
      return integration ? { label: 'Connect an account', address: connectAddress(integration, account ?? null) } : null
    case 'missing_credentials':
    case 'refused_key':
    case 'denied':
      return { label: 'Open accounts', address: accountsAddress() }
    default:
      return null
  }
}
