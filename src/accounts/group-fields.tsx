// The fields of one group of credentials: what it opens, how to get it, and an input for each value.
import { useState } from 'react'
import { type CredentialField, type CredentialGroup } from '../contract/definition.ts'
import { findFieldError, type FieldValues } from './field-errors.ts'
import { Field } from './field.tsx'
import { InlineMarkdown } from './inline-markdown.tsx'

interface GroupFieldsProps {
  group: CredentialGroup
  values: FieldValues
  /** Errors found when the form was sent, by field key. */
  errors: Record<string, string>
  /** Keys that the account holds already: an empty input keeps them. */
  kept: readonly string[]
  onChange(key: string, value: string): void
}

export function GroupFields({ group, values, errors, kept, onChange }: GroupFieldsProps) {
  return (
    <fieldset className="ac-group">
      <legend>{group.title}</legend>
      <p className="ac-field-help">
        <InlineMarkdown text={group.help} />
      </p>
      {group.fields.map((field) => (
        <CredentialInput
          key={field.key}
          field={field}
          value={values[field.key] ?? ''}
          error={errors[field.key]}
          isSet={kept.includes(field.key)}
          onChange={(value) => {
            onChange(field.key, value)
          }}
        />
      ))}
    </fieldset>
  )
}

interface CredentialInputProps {
  field: CredentialField
  value: string
  error: string | undefined
  isSet: boolean
  onChange(value: string): void
}

function CredentialInput({ field, value, error, isSet, onChange }: CredentialInputProps) {
  // A value is judged when the reader leaves the field, not while it is typed.
  const [left, setLeft] = useState(false)
  const secret = field.type === 'secret'
  return (
    <Field
      label={field.label}
      name={field.key}
      type={secret ? 'password' : field.type}
      autoComplete="off"
      data-1p-ignore
      spellCheck={false}
      autoCapitalize="off"
      placeholder={isSet ? 'Set; leave empty to keep it' : (field.placeholder ?? field.default)}
      value={value}
      aside={field.required ? null : <span className="ac-soft">Optional</span>}
      error={(left ? findFieldError(field, value) : null) ?? error}
      help={<InlineMarkdown text={field.help} />}
      onBlur={() => {
        setLeft(true)
      }}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}
