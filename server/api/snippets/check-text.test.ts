import { expect, test } from 'vitest'
import { CallFailure } from '../../../src/contract/errors.ts'
import { LIMITS } from '../../../src/contract/limits.ts'
import { createFixtureCatalog } from '../testing/fixture-catalog.ts'
import { checkText } from './check-text.ts'

const KEY = `${'gh'}p_16C7e42F292c6912E7710c838347Ae178B4a`
const own = { ...createFixtureCatalog().index }
own.integrations = [{ secretPatterns: ['\\bkosmo_[a-z]{4,}'] } as (typeof own.integrations)[number]]

function refuse(source: string, title = 'A title') {
  try {
    checkText({ title, source }, own, LIMITS.sourceBytes)
    return null
  } catch (error) {
    return error instanceof CallFailure ? error.error : error
  }
}

test.each([
  [`x = "${KEY}"`, 'Line 1 of the script seems to hold a credential.'],
  [`\n\ny = 1\nx = "kosmo_abcd"`, 'Line 4 of the script seems to hold a credential.'],
  [`a = "${KEY}"\nb = "${KEY}" c = "${KEY}"`, 'Each of the lines 1, 2 of the script seems to hold a credential.'],
  [
    `x = "${KEY}"\n`.repeat(20),
    'Each of the lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and more of the script seems to hold a credential.',
  ],
])('a credential is refused by its lines alone', (source, message) => {
  expect(refuse(source)).toEqual({
    ...{ code: 'secret_found', message, retryable: false },
    hint: 'Move it to an account: the script then names the account alone.',
  })
})

test('so is one in the title', () => {
  expect(refuse('return 1', `for ${KEY}`)).toMatchObject({
    ...{ code: 'secret_found', message: 'The title seems to hold a credential.' },
  })
})

test('an ordinary script may be saved', () => {
  expect(refuse('print(app.integrations.alpha.peek{key = "user_2abcDEF345ghiJKL678mnoPQR9s"})')).toBeNull()
})
