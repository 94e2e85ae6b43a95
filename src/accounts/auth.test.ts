import { expect, test } from 'vitest'
import { describeRefusal } from './auth.ts'

test.each([
  [401, 'INVALID_EMAIL_OR_PASSWORD', null, /No account has this/],
  [422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', null, /Sign in instead/],
  [400, 'EMAIL_PASSWORD_SIGN_UP_DISABLED', null, /takes no new accounts/],
  [400, 'PASSWORD_TOO_SHORT', null, /at least 10/],
  [429, '', '12', /Wait 12 seconds/],
  [429, '', 'soon', /Wait a minute/],
  [503, '', null, /server failed/],
  [403, 'SOMETHING', null, /status 403/],
])('%i %s', (status, code, retryAfter, text) => {
  expect(describeRefusal(status, code, retryAfter)).toMatch(text)
})
