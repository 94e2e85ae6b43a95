// Credential fields as they were typed in, checked against the definition. No message repeats a value.
import { type CredentialField, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { readServerUrl } from '../../../src/vendor/server-url.ts'

/** Longest value of a field, in characters: private keys and long tokens fit. */
const MAX_LENGTH: Record<CredentialField['type'], number> = { text: 500, email: 254, url: 2000, secret: 16_384 }
const EMAIL = /^[^\s@]+@[^\s@]+$/
/** Not in one line of text; a secret may hold line breaks. */
const CONTROL = { text: /\p{Cc}/u, email: /\p{Cc}/u, url: /\p{Cc}/u, secret: /[^\P{Cc}\n\r\t]/u }

/**
 * Reads the fields of an account: spaces and line breaks around a value go, an empty value counts as not given.
 * A group is filled in wholly or not at all; an account needs at least one.
 *
 * @param kept keys that the account holds already and that stay unless they are given
 * @param allowHost whether `host:port` may be named although the definition does not allow it
 * @returns the values to store, by field key
 * @throws CallFailure `invalid_argument` or `missing_credentials`, naming the field
 */
export function parseFields(
  integration: IntegrationDefinition,
  given: Record<string, string>,
  kept: readonly string[],
  allowHost: (hostAndPort: string) => boolean,
): Record<string, string> {
  const fields = integration.credentials.flatMap((group) => group.fields)
  if (Object.keys(given).some((key) => !fields.some((field) => field.key === key))) {
    throw new CallFailure('invalid_argument', `${integration.name} has no such field.`, {
      hint: `The fields are ${fields.map((field) => field.key).join(', ')}.`,
    })
  }
  const values = new Map<string, string>()
  for (const field of fields) {
    const value = Object.hasOwn(given, field.key) ? given[field.key]!.trim() : ''
    if (value) values.set(field.key, checkValue(integration, field, value, allowHost))
  }
  completeGroups(integration, values, kept)
  return Object.fromEntries(values)
}

/** Fills in defaults of the groups that are in use, and finds the ones that are half filled in. */
function completeGroups(integration: IntegrationDefinition, values: Map<string, string>, kept: readonly string[]) {
  const isSet = (field: CredentialField) => values.has(field.key) || kept.includes(field.key)
  const used = integration.credentials.filter((group) => group.fields.some(isSet))
  if (!used.length) {
    const titles = integration.credentials.map((group) => group.title).join(' or ')
    throw new CallFailure('missing_credentials', `No field is filled in. ${integration.name} needs ${titles}.`)
  }
  for (const group of used) {
    for (const field of group.fields.filter((one) => !isSet(one))) {
      if (field.default !== undefined) values.set(field.key, field.default)
      else if (field.required) {
        const message = `${group.title}: ${field.label} (${field.key}) is missing.`
        throw new CallFailure('missing_credentials', message, { hint: field.help })
      }
    }
  }
}

function checkValue(
  integration: IntegrationDefinition,
  field: CredentialField,
  value: string,
  allowHost: (hostAndPort: string) => boolean,
): string {
  const refuse = (reason: string) =>
    new CallFailure('invalid_argument', `${field.label} (${field.key}): ${reason}`, { hint: field.help })
  if (value.length > MAX_LENGTH[field.type]) throw refuse(`longer than ${MAX_LENGTH[field.type]} characters.`)
  if (CONTROL[field.type].test(value)) throw refuse('it holds control characters.')
  if (field.type === 'email' && !EMAIL.test(value)) throw refuse('this is no e-mail address.')
  if (field.type === 'url') checkUrl(integration, field, value, allowHost)
  // A private host is written as it is: the pattern describes the vendor's own addresses.
  const isPrivate = field.type === 'url' && allowHost(nameHost(value))
  if (field.pattern && !isPrivate && !new RegExp(field.pattern.matches, 'u').test(value)) {
    throw refuse(field.pattern.message)
  }
  return value
}

/** A base URL must fit every server that is reached through it. */
function checkUrl(
  integration: IntegrationDefinition,
  field: CredentialField,
  value: string,
  allowHost: (hostAndPort: string) => boolean,
): void {
  for (const [name, server] of Object.entries(integration.servers)) {
    if (typeof server.url === 'string' || server.url.field !== field.key) continue
    readServerUrl(integration, name, { [field.key]: value }, allowHost)
  }
}

function nameHost(value: string): string {
  const url = new URL(value)
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}
