// Deleting an account, after saying what will stop working.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Api } from '../run/api.ts'
import { type Account } from './account-data.ts'
import { ConfirmForm } from './confirm-form.tsx'

interface RemoveFormProps {
  api: Api
  account: Account
  definition: IntegrationDefinition
  /** Other accounts of the same integration. */
  others: readonly Account[]
  onRemoved(): void
  onCancel(): void
}

export function RemoveForm({ api, account, definition, others, onRemoved, onCancel }: RemoveFormProps) {
  return (
    <ConfirmForm
      label={`Delete ${account.name}`}
      request={() => api.accounts.remove.mutate({ id: account.id })}
      onDone={onRemoved}
      onCancel={onCancel}
    >
      Live runs that name <code>{account.name}</code> will fail with <code>no_account</code>
      {describeDefault(account, definition, others)}. The stored keys are erased; they stay valid at {definition.name}{' '}
      until they are revoked there.
    </ConfirmForm>
  )
}

function describeDefault(account: Account, definition: IntegrationDefinition, others: readonly Account[]): string {
  if (!account.isDefault) return ''
  if (!others.length) return `, and so will every other Live run on ${definition.name}`
  return ', and runs that name no account will use another one'
}
