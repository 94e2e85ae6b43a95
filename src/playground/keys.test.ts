import { expect, test } from 'vitest'
import { shortcutOf } from './keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([
  [{ ...plain, key: 'Enter', ctrlKey: true }, true, 'run'],
  [{ ...plain, key: 'Enter', metaKey: true }, true, 'run'],
  [{ ...plain, key: '.', metaKey: true }, false, 'stop'],
  [{ ...plain, key: '?' }, false, 'keys'],
  [{ ...plain, key: '?' }, true, null],
  [{ ...plain, key: 'Enter' }, false, null],
  [{ ...plain, key: 'Enter', ctrlKey: true, altKey: true }, false, null],
])('%o while typing %s is %s', (press, typing, shortcut) => {
  expect(shortcutOf(press, typing)).toBe(shortcut)
})
