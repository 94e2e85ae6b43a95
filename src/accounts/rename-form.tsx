// Another name for an account.
import { useState } from 'react'
import { type Api } from '../run/api.ts'
import { type Account } from './account-data.ts'
import { ErrorNote } from './error-note.tsx'
import { FormButtons } from './form-buttons.tsx'
import { findNameError } from './field-errors.ts'
import { Field } from './field.tsx'
import { useRequest } from './use-request.ts'

interface RenameFormProps {
  api: Api
  account: Account
  onRenamed(account: Account): void
  onCancel(): void
}

export function RenameForm({ api, account, onRenamed, onCancel }: RenameFormProps) {
  const { busy, error, send } = useRequest()
  const [name, setName] = useState(account.name)
  const nameError = findNameError(name)
  return (
    <form
      className="ac-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!nameError) send(() => api.accounts.rename.mutate({ id: account.id, name }), onRenamed)
      }}
    >
      <Field
        label="New name"
        value={name}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        autoFocus
        error={name === account.name ? null : nameError}
        help={
          <>
            Scripts that name <code>{account.name}</code> stop finding it.
          </>
        }
        onChange={(event) => {
          setName(event.target.value.trim())
        }}
      />
      <ErrorNote error={error} />
      <FormButtons label="Rename" disabled={busy || name === account.name} onCancel={onCancel} />
    </form>
  )
}
