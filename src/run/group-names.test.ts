import { expect, test } from 'vitest'
import { groupNames } from './group-names.ts'

test('names of accounts are grouped by integration', () => {
  const account = (integration: string, name: string) => ({ integration, name })
  expect(groupNames([account('clerk', 'default'), account('upstash', 'work'), account('clerk', 'shop')])).toEqual({
    clerk: ['default', 'shop'],
    upstash: ['work'],
  })
  expect(groupNames([])).toEqual({})
})
