// New values for some fields of an account; what is left empty stays as it is.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Api } from '../run/api.ts'
import { type Account, type TestedHalf } from './account-data.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { useRequest } from './use-request.ts'

interface ReplaceFormProps {
  api: Api
  account: Account
  definition: IntegrationDefinition
  onReplaced(account: Account, tested: TestedHalf[] | null): void
  onCancel(): void
}

export function ReplaceForm({ api, account, definition, onReplaced, onCancel }: ReplaceFormProps) {
  const { busy, error, send } = useRequest()
  const replace = async (fields: Record<string, string>) => {
    const changed = await api.accounts.replace.mutate({ id: account.id, fields })
    const tested = await api.accounts.test.mutate({ id: account.id }).catch(() => null)
    return { changed, tested }
  }
  return (
    <CredentialsForm
      groups={definition.credentials}
      kept={account.fields.filter(({ set }) => set).map(({ key }) => key)}
      submitLabel={busy ? 'Replacing' : 'Replace'}
      busy={busy}
      error={error}
      onCancel={onCancel}
      onSubmit={(fields) => {
        send(
          () => replace(fields),
          ({ changed, tested }) => {
            onReplaced(changed, tested)
          },
        )
      }}
    />
  )
}
