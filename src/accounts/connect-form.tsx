// Connecting an account: a name for it and its credentials; then each half is tested with a real read call.
import { useState } from 'react'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Api } from '../run/api.ts'
import { type Account, type TestedHalf } from './account-data.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { findNameError } from './field-errors.ts'
import { Field } from './field.tsx'
import { useRequest } from './use-request.ts'

interface ConnectFormProps {
  api: Api
  definition: IntegrationDefinition
  /** Name that a script asks for, or a first suggestion. */
  suggestedName: string
  /** `tested` is null when the test could not be made. */
  onConnected(account: Account, tested: TestedHalf[] | null): void
  onCancel(): void
}

export function ConnectForm({ api, definition, suggestedName, onConnected, onCancel }: ConnectFormProps) {
  const { busy, error, send } = useRequest()
  const [name, setName] = useState(suggestedName)
  const [checked, setChecked] = useState(false)
  const nameError = findNameError(name)

  const connect = async (fields: Record<string, string>) => {
    const account = await api.accounts.connect.mutate({ integration: definition.slug, name, fields })
    // The account is connected whatever the test says; a test that cannot be made is no failure of connecting.
    const tested = await api.accounts.test.mutate({ id: account.id }).catch(() => null)
    return { account, tested }
  }
  return (
    <CredentialsForm
      groups={definition.credentials}
      kept={[]}
      submitLabel={busy ? 'Connecting' : `Connect ${definition.name}`}
      busy={busy}
      error={error}
      blocked={nameError !== null}
      onCancel={onCancel}
      onSubmit={(fields) => {
        send(
          () => connect(fields),
          ({ account, tested }) => {
            onConnected(account, tested)
          },
        )
      }}
    >
      <Field
        label="Name"
        value={name}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        error={checked ? nameError : null}
        help={
          <>
            How scripts name it:{' '}
            <code>
              app.integrations.{definition.namespaces[0]?.replaceAll('-', '_')}.{name || 'name'}
            </code>
          </>
        }
        onBlur={() => {
          setChecked(true)
        }}
        onChange={(event) => {
          setName(event.target.value.trim())
        }}
      />
    </CredentialsForm>
  )
}
