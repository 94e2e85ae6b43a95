import { expect, test } from 'vitest'
import { effectiveRule, type Permission } from './effective-rule.ts'

const writes: Permission = { kind: 'effect', subject: 'write', rule: 'deny' }
const setKey: Permission = { kind: 'function', subject: 'set_key', rule: 'allow' }

test('without rules there is none', () => {
  expect(effectiveRule([], 'write', 'set_key')).toBeNull()
})

test('the rule of an effect holds for each of its functions, and for no other', () => {
  expect(effectiveRule([writes], 'write', 'set_key')).toBe('deny')
  expect(effectiveRule([writes], 'read', 'get_key')).toBeNull()
})

test('the rule of a function counts more than that of its effect', () => {
  expect(effectiveRule([writes, setKey], 'write', 'set_key')).toBe('allow')
  expect(effectiveRule([setKey, writes], 'write', 'set_key')).toBe('allow')
})

test('a function that is named like an effect is not that effect', () => {
  expect(effectiveRule([{ kind: 'function', subject: 'write', rule: 'allow' }], 'write', 'set_key')).toBeNull()
})
