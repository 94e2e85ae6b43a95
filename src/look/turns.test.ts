import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('a turn is the newest until the next one begins', () => {
  const begin = createTurns()
  const first = begin()
  expect(first()).toBe(true)
  const second = begin()
  expect([first(), second(), second()]).toEqual([false, true, true])
})

test('turns of one kind know nothing of another', () => {
  const isNewest = createTurns()()
  createTurns()()
  expect(isNewest()).toBe(true)
})
