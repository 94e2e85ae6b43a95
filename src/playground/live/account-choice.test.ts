import { expect, test } from 'vitest'
import { AccountChoice } from '../../contract/snippet.ts'
import { findAccount, listChoices, readChoice, suggestChoice, writeChoice } from './account-choice.ts'

const mine = (name: string, isDefault = false, integration = 'upstash') => ({ integration, name, isDefault })
const at = (account: string | null, integration = 'upstash') => ({ integration, vendor: integration, account })

test('the default account is the first choice', () => {
  expect(listChoices([mine('a'), mine('b', true), mine('c', true, 'clerk')], 'upstash')).toEqual(['b', 'a'])
})

test.each([
  ['no name, nothing chosen', {}, null, 'main'],
  ['no name, one chosen', { upstash: { default: 'work' } }, null, 'work'],
  ['a name that I have', {}, 'work', 'work'],
  ['a name that I do not have', {}, 'team', null],
  ['another one chosen for it', { upstash: { team: 'work' } }, 'team', 'work'],
  ['one chosen that is gone since', { upstash: { work: 'gone' } }, 'work', null],
  ['one chosen for another integration', { clerk: { team: 'work' } }, 'team', null],
])('%s', (_case, choice, account, found) => {
  expect(findAccount(choice, [mine('main', true), mine('work')], at(account))).toBe(found)
})

test('a choice is written, changed and left open again', () => {
  const one = writeChoice({}, at('team'), 'main')
  const two = writeChoice(one, at(null), 'work')
  expect(two).toEqual({ upstash: { team: 'main', default: 'work' } })
  expect(one).toEqual({ upstash: { team: 'main' } })
  expect(writeChoice(two, at('team'), null)).toEqual({ upstash: { default: 'work' } })
  expect(writeChoice(one, at('team'), null)).toEqual({})
})

test('words that every object has are names like any other', () => {
  expect(readChoice({}, at('constructor', 'constructor'))).toBeNull()
  const choice = writeChoice({}, at('constructor', 'valueOf'), 'main')
  expect(readChoice(choice, at('constructor', 'valueOf'))).toBe('main')
  expect(AccountChoice.parse(writeChoice({}, at('constructor'), 'main'))).toEqual({ upstash: { constructor: 'main' } })
})

test('taking over suggests the same name, else the default, else nothing', () => {
  const touched = [at(null), at('work'), at('team'), at('x', 'clerk')]
  expect(suggestChoice(touched, [mine('main', true), mine('work')])).toEqual({
    upstash: { default: 'main', work: 'work', team: 'main' },
  })
})
