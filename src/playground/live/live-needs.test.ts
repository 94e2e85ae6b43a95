import { expect, test } from 'vitest'
import { findNeeds } from './live-needs.ts'
import { type Session } from './session.ts'
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
  expect(findNeeds(touches, { phase, accounts: [] }, {})).toEqual([{ kind }])
})

test('accounts that the script names must be connected', () => {
  const connect = { kind: 'connect', chosen: null, integration: 'upstash', vendor: 'Upstash Redis' }
  expect(findNeeds(touches, signedIn(), {})).toEqual([
    { ...connect, account: null },
    { ...connect, account: 'work' },
  ])
  expect(findNeeds(touches, signedIn(account('main', true)), {})).toEqual([{ ...connect, account: 'work' }])
  expect(findNeeds(touches, signedIn(account('work', true)), {})).toEqual([])
})

test('another account that was chosen for a name does, until it is gone', () => {
  const choice = { upstash: { work: 'main' } }
  expect(findNeeds(touches, signedIn(account('main', true)), choice)).toEqual([])
  expect(findNeeds(touches, signedIn(account('other', true)), choice)).toMatchObject([
    { kind: 'connect', account: 'work', chosen: 'main' },
  ])
})

test('an account of another integration does not help', () => {
  expect(findNeeds(touches, signedIn({ integration: 'clerk', name: 'work', isDefault: true }), {})).toHaveLength(2)
})
