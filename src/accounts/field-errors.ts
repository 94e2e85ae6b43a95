// What is wrong with the fields of a form, before they are sent. The server checks all of it again, and more.
import { type CredentialField, type CredentialGroup } from '../contract/definition.ts'
import { ACCOUNT, RESERVED_ACCOUNTS } from '../contract/names.ts'

/** Values as typed, by field key. */
export type FieldValues = Readonly<Record<string, string>>

/** What is wrong with one value as it stands; null when nothing is, or it is empty. */
export function findFieldError(field: CredentialField, typed: string | undefined): string | null {
  const value = typed?.trim()
  if (!value) return null
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return 'This is no e-mail address.'
  if (field.type === 'url' && !URL.canParse(value)) return 'This is no address; it begins with https://'
  if (field.pattern && !new RegExp(field.pattern.matches, 'u').test(value)) return `${field.pattern.message}.`
  return null
}

/**
 * Finds what keeps a form from being sent: wrong values, and required fields that are missing in a group that is
 * filled in.
 *
 * @param kept keys that the account holds already
 * @returns errors by field key
 */
export function findFormErrors(
  groups: readonly CredentialGroup[],
  values: FieldValues,
  kept: readonly string[] = [],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { fields, title } of groups) {
    const filled = fields.some(({ key }) => isFilled(values, key))
    for (const field of fields) {
      const error = findFieldError(field, values[field.key])
      const missing = filled && field.required && !isFilled(values, field.key) && !kept.includes(field.key)
      if (error) errors[field.key] = error
      else if (missing && field.default === undefined) errors[field.key] = `${title} needs this too.`
    }
  }
  return errors
}

/** Only what was typed: an empty field keeps or lacks its value. */
export function pickFilled(values: FieldValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isFilled(values, key)))
}

/** Why a name cannot be an account's; null when it can, as far as the page knows. */
export function findNameError(name: string): string | null {
  if (!ACCOUNT.test(name)) return 'Use up to 32 lower-case letters, digits and _, beginning with a letter.'
  if (name === RESERVED_ACCOUNTS[1]) return `"${name}" always means the demo vendor.`
  return null
}

function isFilled(values: FieldValues, key: string): boolean {
  return Boolean(values[key]?.trim())
}
