import { expect, test } from 'vitest'
import { isAtHome } from './own-address.ts'

const ID = 'a1B2c3D4e5F6g7H8i9J0kL'
const OTHER = ID.toUpperCase()
const tie = (snippet: string, mine: boolean) => ({ snippet, version: 1, title: 'x', mine })

test.each([
  ['the playground', '/playground/', null, 'mine', true],
  ['a linked script at its link', `/s/${ID}`, tie(ID, false), 'link', true],
  ['a version of it', `/s/${ID}@1`, tie(ID, false), 'link', true],
  ['a version, with the sign encoded', `/s/${ID}%401`, tie(ID, false), 'link', true],
  ['my own script at its link', `/s/${ID}`, tie(ID, true), 'mine', true],
  ['one that was taken over', `/s/${ID}`, tie(ID, false), 'mine', false],
  ['a new one', `/s/${ID}`, null, 'mine', false],
  ['a draft of another link', `/s/${ID}`, tie(OTHER, true), 'mine', false],
] as const)('%s', (_case, path, snippet, origin, home) => {
  expect(isAtHome(path, { snippet, origin })).toBe(home)
})
