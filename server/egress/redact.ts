// Takes the credentials of a call out of whatever text came back from it.
import { type Auth } from '../../src/contract/http.ts'
import { base64Forms, type Form, hexForm, literal, reversedForm, textForm } from './encoded-forms.ts'
import { type Credentials } from './egress.ts'
import { createNeedle, type Replace } from './needle.ts'

/** Replaces every occurrence of the credentials by the name of their field, `‹rest_token›`. */
export type Redactor = (text: string) => string

/** From this length on, in characters, a value is found inside other text too, in every encoding. */
const FULL_LENGTH = 6
/** Below this length a value can keep nothing secret, and taking it out would only ruin the text. */
const LEAST_LENGTH = 3

const WORD_ENDS: [string, string] = ['(?<![A-Za-z0-9_])', '(?![A-Za-z0-9_])']

/**
 * Builds a redactor that knows the values of this very call. It works on text before it is parsed, so that no value
 * made of it and no error about it can hold one. Values of 3 to 5 characters are replaced where they stand as
 * a word of their own; shorter ones are left alone.
 *
 * @param auths credentials made of several fields, as `Basic` is; they are replaced as a whole
 * @example createRedactor({ token: new Secret('AXlmACQg') })('bad token AXlmACQg') // 'bad token ‹token›'
 */
export function createRedactor(credentials: Credentials, auths: readonly Auth[] = []): Redactor {
  const values = Object.entries(credentials).map(([name, value]) => ({ name, value: value.reveal().trim() }))
  for (const auth of auths) {
    const pair = auth.kind === 'basic' ? joinPair(auth.username, auth.password, credentials) : null
    if (pair) values.push({ name: `${Object.values(auth).slice(1).join(':')}`, value: pair })
  }
  // Longest first: a value that is part of another must not break it up.
  const rules = values
    .toSorted((a, b) => b.value.length - a.value.length)
    .flatMap(({ name, value }) => buildNeedles(value).map((replace) => (text: string) => replace(text, `‹${name}›`)))
  return (text) => rules.reduce((rest, rule) => rule(rest), text)
}

function joinPair(username: string, password: string, credentials: Credentials): string | null {
  const [first, second] = [credentials[username]?.reveal(), credentials[password]?.reveal()]
  return first && second ? Buffer.from(`${first}:${second}`, 'utf8').toString('base64') : null
}

function buildNeedles(value: string): Replace[] {
  if (value.length < LEAST_LENGTH) return []
  if (value.length >= FULL_LENGTH) {
    const forms = [textForm(value), hexForm(value), reversedForm(value), ...base64Forms(value)]
    return forms.map((form) => createNeedle(form))
  }
  const whole = (['base64', 'base64url'] as const).map((encoding) => Buffer.from(value).toString(encoding))
  const encoded = whole.map((text): Form => ({ pieces: Array.from(text), write: literal, flags: '' }))
  return [textForm(value), hexForm(value), ...encoded].map((form) => createNeedle(form, WORD_ENDS))
}
