import { expect, test } from 'vitest'
import { beginScript, editScript, normalizeLines, openLinked, takeOver, unlockScript } from './script-state.ts'

test('a linked script stays linked however it is edited, until it is taken over', () => {
  const linked = openLinked('print(1)', '#1abc', false)
  expect(linked).toMatchObject({ origin: 'link', readOnly: true, touched: false })
  const edited = editScript(unlockScript(linked), 'print(2)')
  expect(edited).toMatchObject({ origin: 'link', readOnly: false, touched: true, source: 'print(2)' })
  expect(takeOver(edited, {})).toMatchObject({ origin: 'mine', source: 'print(2)', link: '#1abc' })
})

test('an example of this site can be edited at once, and is then my own', () => {
  const example = openLinked('print(1)', '#1abc', true)
  expect(example).toMatchObject({ origin: 'site', readOnly: false })
  expect(editScript(example, 'print(2)').origin).toBe('mine')
})

test('setting the same text is no edit', () => {
  const script = beginScript('print(1)')
  expect(editScript(script, 'print(1)')).toBe(script)
})

test('line ends become one kind', () => {
  expect(normalizeLines('a\r\nb\rc\n')).toBe('a\nb\nc\n')
})
