import { expect, test } from 'vitest'
import { CredentialGroup } from '../contract/definition.ts'
import { findFieldError, findFormErrors, findNameError, pickFilled } from './field-errors.ts'

const help = 'Where it stands.'
const test_ = { function: 'list_keys' }
const redis = CredentialGroup.parse({
  key: 'redis',
  title: 'One database',
  help,
  test: test_,
  fields: [
    { key: 'url', label: 'REST URL', type: 'url', help },
    { key: 'token', label: 'Token', type: 'secret', pattern: { matches: '^\\S{8,}$', message: 'Has no spaces' }, help },
  ],
})
const management = CredentialGroup.parse({
  key: 'management',
  title: 'The account',
  help,
  test: test_,
  fields: [
    { key: 'email', label: 'E-mail', type: 'email', help },
    { key: 'api_url', label: 'Management URL', type: 'url', required: false, default: 'https://x.example', help },
  ],
})
const groups = [redis, management]

test('one group is enough, and its default is filled in later', () => {
  expect(findFormErrors(groups, { url: 'https://a.example', token: '12345678' })).toEqual({})
  expect(findFormErrors(groups, { email: 'a@b.example' })).toEqual({})
})

test('a group that is begun needs its required fields', () => {
  expect(findFormErrors(groups, { url: 'https://a.example' })).toEqual({ token: 'One database needs this too.' })
})

test('what the account holds already is not missing', () => {
  expect(findFormErrors(groups, { url: 'https://a.example' }, ['token'])).toEqual({})
})

test.each([
  ['url', 'not an address', /begins with https/],
  ['token', 'has spaces', /Has no spaces/],
  ['email', 'nobody', /no e-mail/],
])('%s: %s', (key, value, message) => {
  const field = groups.flatMap(({ fields }) => fields).find((one) => one.key === key)!
  expect(findFieldError(field, value)).toMatch(message)
  expect(findFieldError(field, '  ')).toBeNull()
})

test('only what was typed is sent', () => {
  expect(pickFilled({ a: 'x', b: '', c: '  ' })).toEqual({ a: 'x' })
})

test.each([
  ['work', null],
  ['default', null],
  ['Work', /lower-case/],
  ['demo', /demo vendor/],
  ['', /lower-case/],
])('the name %j', (name, message) => {
  const error = findNameError(name)
  if (message) expect(error).toMatch(message)
  else expect(error).toBeNull()
})
