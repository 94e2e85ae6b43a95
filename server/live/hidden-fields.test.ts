// What is taken out of a reply, a request and an error, each on its own.
import { expect, test } from 'vitest'
import { CallFailure } from '../../src/contract/errors.ts'
import { Secret } from '../vault/secret.ts'
import { describeFailure } from './describe-failure.ts'
import { createCallRedactor } from './hidden-fields.ts'
import { echo, functionOf } from './testing/echo-integration.ts'

const fields = {
  token: 'canary-token-1',
  admin_key: 'canary-admin-2',
  email: 'canary-owner@example.com',
  base_url: 'https://canary-host.example.com',
  region: 'canary-region-5',
  leftover: 'canary-unknown-6',
}
const secrets = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, new Secret(value)]))
const { redact, redactReply, showRequest } = createCallRedactor(echo, secrets)

test('keys, e-mail addresses and fields that no definition knows are hidden; addresses and plain text are not', () => {
  expect(redact(Object.values(fields).join(' '))).toBe(
    '‹token› ‹admin_key› ‹email› https://canary-host.example.com canary-region-5 ‹leftover›',
  )
})

test('names and values of headers are redacted as the body is', () => {
  const headers = { 'x-echo': `got ${fields.token}`, [fields.admin_key]: '1', date: 'today' }
  expect(redactReply({ status: 200, headers, body: `"${fields.email}"` })).toEqual({
    status: 200,
    headers: { 'x-echo': 'got ‹token›', '‹admin_key›': '1', date: 'today' },
    body: '"‹email›"',
  })
})

test('a request is shown with the names of its fields, wherever the script had put a value', () => {
  const shown = showRequest({
    method: 'POST',
    url: `https://a.example.com/?q=${fields.token}`,
    headers: { 'X-Note': fields.token },
    body: fields.token,
    auth: { kind: 'basic', username: 'email', password: 'admin_key' },
  })
  expect(shown).toEqual({
    method: 'POST',
    url: 'https://a.example.com/?q=‹token›',
    headers: [
      ['Authorization', 'Basic ‹email:admin_key›'],
      ['X-Note', '‹token›'],
    ],
    body: '‹token›',
  })
})

test('an error is redacted in its message and in its hint', () => {
  const failure = new CallFailure('vendor_error', `bad ${fields.token}`, { hint: `not ${fields.admin_key}` })
  expect(describeFailure(failure, echo, functionOf('ask'), redact)).toMatchObject({
    message: 'bad ‹token›',
    hint: 'not ‹admin_key›',
    integration: 'echo',
    function: 'ask',
  })
})
