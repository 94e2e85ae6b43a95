// The form of an account's credentials, for a new account and for replacing values of one.
import { type FormEvent, type ReactNode, useState } from 'react'
import { type CallError } from '../contract/errors.ts'
import { type CredentialGroup } from '../contract/definition.ts'
import { ErrorNote } from './error-note.tsx'
import { FormButtons } from './form-buttons.tsx'
import { type FieldValues, findFormErrors, pickFilled } from './field-errors.ts'
import { GroupFields } from './group-fields.tsx'

interface CredentialsFormProps {
  groups: readonly CredentialGroup[]
  kept: readonly string[]
  submitLabel: string
  busy: boolean
  error: CallError | null
  /** What stands before the groups, as the name of a new account. */
  children?: ReactNode
  /** A problem of what stands there; nothing is sent while there is one. */
  blocked?: boolean
  onSubmit(fields: Record<string, string>): void
  onCancel(): void
}

export function CredentialsForm(props: CredentialsFormProps) {
  const { groups, kept, submitLabel, busy, error, children, blocked, onSubmit, onCancel } = props
  const [values, setValues] = useState<FieldValues>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [nothing, setNothing] = useState(false)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = findFormErrors(groups, values, kept)
    const fields = pickFilled(values)
    setErrors(found)
    setNothing(!Object.keys(fields).length)
    const wrong = Object.keys(found)[0]
    if (wrong) {
      const field = event.currentTarget.querySelector<HTMLInputElement>(`[name="${wrong}"]`)
      field?.focus()
      // A field that kept the focus while the button was pressed is not scrolled to by that.
      field?.scrollIntoView({ block: 'center' })
    } else if (Object.keys(fields).length && !blocked) onSubmit(fields)
  }

  return (
    <form className="ac-form" noValidate onSubmit={submit}>
      {children}
      {groups.length > 1 ? (
        <p className="ac-soft">
          Fill in one part or {groups.length === 2 ? 'both' : 'more'}; what is left empty stays unconnected.
        </p>
      ) : null}
      {groups.map((group) => (
        <GroupFields
          key={group.key}
          group={group}
          values={values}
          errors={errors}
          kept={kept}
          onChange={(key, value) => {
            setNothing(false)
            setValues((before) => ({ ...before, [key]: value }))
          }}
        />
      ))}
      {nothing ? (
        <p className="ac-problem" role="alert">
          No field is filled in.
        </p>
      ) : null}
      <ErrorNote error={error} />
      <FormButtons label={submitLabel} disabled={busy} onCancel={onCancel} />
    </form>
  )
}
