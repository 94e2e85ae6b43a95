import { expect, test } from 'vitest'
import { ERROR_KINDS } from '../contract/errors.ts'
import { ERROR_GROUPS, explainError } from './error-groups.ts'

test('every code of the product is explained, once', () => {
  const listed = ERROR_GROUPS.flatMap(({ codes }) => Object.keys(codes))
  expect(listed.toSorted()).toEqual(Object.keys(ERROR_KINDS).toSorted())
  expect(explainError('timeout')).toMatch(/within the time of a call/)
})
