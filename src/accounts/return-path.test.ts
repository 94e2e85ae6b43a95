import { expect, test } from 'vitest'
import { readReturnPath } from './return-path.ts'

const read = (to: string) => readReturnPath(`?to=${encodeURIComponent(to)}`, 'https://kosmo.example')

test.each(['/', '/playground/', '/playground/#1abc', '/accounts/?connect=upstash&to=%2Fplayground%2F'])(
  '%s is a way back',
  (to) => {
    expect(read(to)).toBe(to)
  },
)

test.each([
  '',
  'playground',
  'https://kosmo.example/',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\/evil.example',
  '/\t/evil.example/',
  'javascript:alert(1)',
  '/a\\b',
])('%j is none', (to) => {
  expect(read(to)).toBeNull()
})

test('no way back was given', () => {
  expect(readReturnPath('', 'https://kosmo.example')).toBeNull()
})
