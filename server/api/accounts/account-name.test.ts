import { expect, test } from 'vitest'
import { createFixtureCatalog } from '../testing/fixture-catalog.ts'
import { checkAccountName } from './account-name.ts'

const alpha = createFixtureCatalog().integrations['alpha']!

function codeOf(name: string, siblings: { name: string }[] = [], isDefault = siblings.length === 0): string {
  try {
    checkAccountName(alpha, name, siblings, isDefault)
    return 'fine'
  } catch (error) {
    return (error as { error: { code: string } }).error.code
  }
}

test.each([
  ['a plain name', 'work', 'fine'],
  ['the word for the default, on the default', 'default', 'fine'],
  ['the word for the demo', 'demo', 'name_taken'],
  ['a function', 'peek', 'name_taken'],
  ['an alias', 'look_up', 'name_taken'],
  ['a full name', 'alpha_peek', 'name_taken'],
  ['a namespace as Lua writes it', 'alpha_store', 'name_taken'],
  ['nothing', '', 'invalid_argument'],
  ['upper case', 'Work', 'invalid_argument'],
  ['a hyphen', 'my-work', 'invalid_argument'],
  ['a digit in front', '1st', 'invalid_argument'],
  ['33 characters', 'a'.repeat(33), 'invalid_argument'],
  ['a NUL', 'a\0', 'invalid_argument'],
])('%s', (_name, name, code) => {
  expect(codeOf(name)).toBe(code)
})

test('a name is taken once', () => {
  expect(codeOf('work', [{ name: 'work' }])).toBe('name_taken')
  expect(codeOf('home', [{ name: 'work' }])).toBe('fine')
})

test('"default" never names an account beside the default', () => {
  expect(codeOf('default', [{ name: 'work' }])).toBe('name_taken')
})
