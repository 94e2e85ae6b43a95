import { expect, test } from 'vitest'
import { startThreadClock } from '../../../e2e/setup/thread-clock.ts'
import { matchGlob } from './glob.ts'

test.each([
  ['*', '', true],
  ['*', 'anything', true],
  ['', '', true],
  ['', 'a', false],
  ['user:*', 'user:1', true],
  ['user:*', 'user', false],
  ['*:1', 'user:1:1', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-b-c-', false],
  ['a**', 'a', true],
  ['h?llo', 'hello', true],
  ['h?llo', 'hllo', false],
  ['h[ae]llo', 'hallo', true],
  ['h[ae]llo', 'hillo', false],
  ['h[^e]llo', 'hallo', true],
  ['h[^e]llo', 'hello', false],
  ['h[a-c]llo', 'hbllo', true],
  ['h[c-a]llo', 'hbllo', true],
  ['h[a-c]llo', 'hdllo', false],
  ['[a-]', '-', false],
  ['[a-]', '^', true],
  ['h\\?llo', 'h?llo', true],
  ['h\\?llo', 'hello', false],
  ['\\*', '*', true],
  ['a\\', 'a\\', true],
  ['[\\]]', ']', true],
  ['[]', 'a', false],
  ['[^]', 'a', true],
  ['[ab', 'b', true],
  ['a]', 'a]', true],
  ['A*', 'abc', false],
])('%s against %s is %s', (pattern, text, expected) => {
  expect(matchGlob(pattern, text)).toBe(expected)
})

test('many stars take no time worth the name', () => {
  const readClock = startThreadClock()
  expect(matchGlob('*a'.repeat(50) + 'b', 'a'.repeat(5000))).toBe(false)
  expect(readClock()).toBeLessThan(2000)
})
