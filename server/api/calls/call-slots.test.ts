import { expect, test } from 'vitest'
import { createCallSlots } from './call-slots.ts'

test('a user has so many calls at once and no more; others are not held up, and a slot comes free', async () => {
  const slots = createCallSlots(2)
  const gate = Promise.withResolvers<undefined>()
  const wait = () => gate.promise
  const under = [slots.use('ann', wait), slots.use('ann', wait)]
  await expect(slots.use('ann', wait)).rejects.toMatchObject({ error: { code: 'rate_limited', retryable: true } })
  expect(await slots.use('bob', () => Promise.resolve(1))).toBe(1)
  gate.resolve(undefined)
  await Promise.all(under)
  expect(await slots.use('ann', () => Promise.resolve(2))).toBe(2)
})

test('a call that fails gives its slot back', async () => {
  const slots = createCallSlots(1)
  await expect(slots.use('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await slots.use('ann', () => Promise.resolve(1))).toBe(1)
})
