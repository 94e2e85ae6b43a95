import { expect, test } from 'vitest'
import { groupNames } from './session.ts'

test('names of accounts are grouped by integration', () => {
  const account = (integration: string, name: string) => ({ integration, name, isDefault: false })
  expect(groupNames([account('clerk', 'default'), account('upstash', 'work'), account('clerk', 'shop')])).toEqual({
    clerk: ['default', 'shop'],
    upstash: ['work'],
  })
  expect(groupNames([])).toEqual({})
})
