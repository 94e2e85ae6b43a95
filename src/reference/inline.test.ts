import { expect, test } from 'vitest'
import { parseInline, splitPath } from './inline.ts'

test('code, strong words and links are told from text', () => {
  expect(parseInline('Use `ex` in the **REST API** of [Upstash](https://upstash.com), or nothing.')).toEqual([
    { kind: 'text', text: 'Use ' },
    { kind: 'code', text: 'ex' },
    { kind: 'text', text: ' in the ' },
    { kind: 'strong', text: 'REST API' },
    { kind: 'text', text: ' of ' },
    { kind: 'link', text: 'Upstash', href: 'https://upstash.com' },
    { kind: 'text', text: ', or nothing.' },
  ])
})

test('markup and other schemes stay text', () => {
  const text = '<b>x</b> [a](javascript:alert(1))'
  expect(parseInline(text)).toEqual([{ kind: 'text', text }])
})

test('a path breaks after its dots, other code nowhere', () => {
  expect(splitPath('app.integrations.upstash')).toEqual(['app.', 'integrations.', 'upstash'])
  expect(splitPath('0.5 .. "a"')).toEqual(['0.5 .. "a"'])
})
