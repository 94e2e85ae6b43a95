import { expect, test } from 'vitest'
import { createOwnEdits } from './own-edits.ts'

test('keys that come faster than the page draws are not taken back by what it drew before them', () => {
  const edits = createOwnEdits('')
  expect(edits.takeBack('')).toBe(true)
  for (const text of ['p', 'pr', 'pri']) edits.note(text)
  expect(edits.takeBack('p')).toBe(true)
  edits.note('prin')
  // The page skips what it has no time to draw.
  expect(edits.takeBack('pri')).toBe(true)
  expect(edits.takeBack('prin')).toBe(true)
})

test('keys before the page first draws are kept', () => {
  const edits = createOwnEdits('local a')
  edits.note('local ab')
  expect(edits.takeBack('local a')).toBe(true)
  expect(edits.takeBack('local ab')).toBe(true)
})

test('a script of the page is no edit, even where an edit once had its text', () => {
  const edits = createOwnEdits('one')
  edits.note('two')
  expect(edits.takeBack('another script')).toBe(false)
  expect(edits.takeBack('two')).toBe(false)
  edits.note('three')
  expect(edits.takeBack('three')).toBe(true)
  expect(edits.takeBack('one')).toBe(false)
})
