import { expect, test } from 'vitest'
import { groupByAccount, type Touch } from './touches.ts'

const touch = (name: string, effect: Touch['effect'], ...accounts: (string | null)[]): Touch => ({
  ...{ integration: 'upstash', vendor: 'Upstash Redis', function: name, effect, accounts },
})

test('functions stand under each account that they are called on, what is destructive first', () => {
  const functions = [
    touch('get_key', 'read', null, 'work'),
    touch('set_key', 'write', 'work'),
    touch('delete_key', 'destructive', 'work'),
    { ...touch('get_user', 'read', 'work'), integration: 'clerk', vendor: 'Clerk' },
  ]
  const groups = groupByAccount({ functions, dynamic: false })
  expect(
    groups.map(({ place, functions: own }) => [place.vendor, place.account, ...own.map((one) => one.function)]),
  ).toEqual([
    ['Upstash Redis', null, 'get_key'],
    ['Upstash Redis', 'work', 'delete_key', 'set_key', 'get_key'],
    ['Clerk', 'work', 'get_user'],
  ])
})
