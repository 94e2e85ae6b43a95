import { expect, test } from 'vitest'
import { type Account, putAccount, ruleOf } from './account-data.ts'

const account = (name: string, more: Partial<Account> = {}): Account => ({
  id: name,
  integration: 'upstash',
  name,
  isDefault: false,
  fields: [],
  createdAt: '2026-11-22T12:00:00Z',
  lastUsedAt: null,
  permissions: [],
  ...more,
})
const names = (accounts: Account[]) => accounts.map(({ name, isDefault }) => (isDefault ? `${name}*` : name))

test('a new account goes where its name belongs', () => {
  const list = [account('b'), account('z', { integration: 'clerk' })]
  expect(names(putAccount(list, account('a')))).toEqual(['z', 'a', 'b'])
})

test('a new default takes the place of the old one, of the same integration only', () => {
  const list = [account('a', { isDefault: true }), account('b'), account('c', { integration: 'x', isDefault: true })]
  expect(names(putAccount(list, account('b', { isDefault: true })))).toEqual(['a', 'b*', 'c*'])
})

test('a renamed account is not there twice', () => {
  expect(names(putAccount([account('a')], account('z', { id: 'a' })))).toEqual(['z'])
})

test('rules: what was set, else the safe one', () => {
  const set = account('a', { permissions: [{ kind: 'effect', subject: 'write', rule: 'deny' }] })
  expect([ruleOf(set, 'read'), ruleOf(set, 'write'), ruleOf(set, 'destructive')]).toEqual(['allow', 'deny', 'ask'])
  const allowed = account('a', { permissions: [{ kind: 'effect', subject: 'destructive', rule: 'allow' }] })
  expect(ruleOf(allowed, 'destructive')).toBe('ask')
})
