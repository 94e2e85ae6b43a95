import { expect, test } from 'vitest'
import { describeForLog } from './error-line.ts'

test('name, code and frames are kept, the message is not', () => {
  const cause = Object.assign(new Error('duplicate key (canary-1)\n    at canary (canary.ts:1:1)'), { code: '23505' })
  const line = describeForLog(new TypeError('Failed query: insert canary-2', { cause }))
  expect(line).toMatchObject({ name: 'TypeError', cause: { name: 'Error', code: '23505' } })
  expect(line.stack[0]).toMatch(/^at .*error-line\.test\.ts/)
  expect(JSON.stringify(line)).not.toContain('canary')
})

test('a message that was changed after the fact is left out all the same', () => {
  const error = new Error('canary first')
  error.message = 'something else'
  expect(JSON.stringify(describeForLog(error))).not.toContain('canary')
})

test.each([['text'], [undefined], [{ message: 'canary' }]])('%o, thrown, shows its type only', (thrown) => {
  expect(describeForLog(thrown)).toEqual({ name: typeof thrown, stack: [] })
})
