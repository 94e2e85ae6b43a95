import { expect, test } from 'vitest'
import { findNeeds, keepKnown, listChoices, type Session } from './live-needs.ts'
import { listAccounts, type Touches } from './touches.ts'

const touch = { vendor: 'Upstash Redis', integration: 'upstash', effect: 'read' } as const
const touches: Touches = {
  functions: [
    { ...touch, function: 'get_key', accounts: [null, 'work'] },
    { ...touch, function: 'list_keys', accounts: ['work'] },
  ],
  dynamic: false,
}
const account = (name: string, isDefault = false) => ({ integration: 'upstash', name, isDefault })
const signedIn = (...accounts: Session['accounts'][number][]): Session => ({ phase: 'signed-in', accounts })

test('each account is listed once', () => {
  expect(listAccounts(touches).map((touched) => touched.account)).toEqual([null, 'work'])
})

test.each([
  ['unknown', 'wait'],
  ['unreachable', 'server'],
  ['signed-out', 'sign-in'],
] as const)('%s needs %s first', (phase, kind) => {
  expect(findNeeds(touches, { phase, accounts: [] })).toEqual([{ kind }])
})

test('accounts that the script names must be connected', () => {
  const connect = { kind: 'connect', integration: 'upstash', vendor: 'Upstash Redis' }
  expect(findNeeds(touches, signedIn())).toEqual([
    { ...connect, account: null },
    { ...connect, account: 'work' },
  ])
  expect(findNeeds(touches, signedIn(account('main', true)))).toEqual([{ ...connect, account: 'work' }])
  expect(findNeeds(touches, signedIn(account('work', true)))).toEqual([])
})

test('an account of another integration does not help', () => {
  expect(findNeeds(touches, signedIn({ integration: 'clerk', name: 'work', isDefault: true }))).toHaveLength(2)
})

test('the default account is the first choice', () => {
  expect(listChoices([account('a'), account('b', true)], 'upstash')).toEqual(['b', 'a'])
})

test('a choice of an account that is gone no longer counts', () => {
  const accounts = [account('main', true)]
  expect(keepKnown({ upstash: { default: 'main', a: 'gone' }, clerk: { default: 'main' } }, accounts)).toEqual({
    upstash: { default: 'main' },
    clerk: {},
  })
  expect(keepKnown({ upstash: { default: 'gone' } }, accounts)).toEqual({ upstash: {} })
})
