// One labelled field of a form: help below it, an error in its place where there is one.
import { type ComponentProps, type ReactNode, useId } from 'react'

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  help?: ReactNode
  error?: string | null | undefined
  /** What stands at the end of the label's line. */
  aside?: ReactNode
}

export function Field({ label, help, error, aside, ...input }: FieldProps) {
  const id = useId()
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ')
  return (
    <div className="ac-field">
      <div className="ac-field-head">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      <input {...input} id={id} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} />
      {error ? (
        <p className="ac-field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {help ? (
        <p className="ac-field-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
