import { expect, test } from 'vitest'
import { callError } from '../../contract/errors.ts'
import { LIMITS } from '../../contract/limits.ts'
import { SaveSnippet } from '../../contract/snippet.ts'
import { beginFields, describeRefusal, describeSave, findSourceProblem, findTitleProblem } from './save-draft.ts'

const tie = { snippet: 'a1B2c3D4e5F6g7H8i9J0kL', version: 2, title: 'Cache', mine: true }
const other = { ...tie, mine: false }
const titled = (source: string, own: typeof tie | null = null) => beginFields(source, own, 'link').title

test.each([
  ['-- title: Count visits\nprint(1)', 'Count visits'],
  ['-- A first comment', 'A first comment'],
  ['print(1)', 'Untitled script'],
  [`-- ${'long '.repeat(40)}`, `${'long '.repeat(20)}…`],
  ['-- \u200b\u3164', 'Untitled script'],
  ['-- turn \u202eit\u2066', 'turn it'],
])('%j is titled %j', (source, title) => {
  expect(titled(source)).toBe(title)
  expect(findTitleProblem(titled(source))).toBeNull()
})

test('a script without a comment keeps the title that it had', () => {
  expect(titled('print(1)', tie)).toBe('Cache')
})

test('my own link gets a version, anything else a new one', () => {
  const source = 'print(1)'
  const save = (own: typeof tie | null, target?: 'new') => {
    const fields = beginFields(source, own, 'private')
    return SaveSnippet.parse(describeSave(source, { ...fields, target: target ?? fields.target }, own))
  }
  const what = { source, visibility: 'private' }
  expect(save(null)).toEqual({ ...what, title: 'Untitled script' })
  expect(save(tie)).toEqual({ ...what, title: 'Cache', snippet: tie.snippet })
  expect(save(tie, 'new')).toEqual({ ...what, title: 'Cache' })
  expect(save(other)).toEqual({ ...what, title: 'Cache', forkOf: { snippet: tie.snippet, version: 2 } })
})

test('a fork whose source is gone can be saved without naming it', () => {
  const fields = { ...beginFields('x', other, 'link'), naming: false }
  expect(describeSave('x', fields, other)).not.toHaveProperty('forkOf')
})

test.each([
  ['', 'Give it a title.'],
  ['  ', 'Give it a title.'],
  ['\u200b\u2800', 'Give it a title.'],
  ['x'.repeat(121), /at most 120/],
  ['a\u202eb', /plain text/],
  ['a\nb', /plain text/],
])('the title %j is refused with a reason', (title, reason) => {
  expect(findTitleProblem(title)).toMatch(reason)
})

test('a script is measured in bytes', () => {
  expect(findSourceProblem('é'.repeat(LIMITS.sourceBytes / 2))).toBeNull()
  expect(findSourceProblem('é'.repeat(LIMITS.sourceBytes / 2 + 1))).toMatch(/256 KiB/)
  expect(findSourceProblem('')).toMatch(/nothing to save/)
})

test.each([
  ['not_signed_in', describeSave('x', beginFields('x', null, 'link'), null), 'sign-in', /another tab/],
  ['not_found', describeSave('x', beginFields('x', tie, 'link'), tie), 'new-link', /revoked/],
  ['not_found', describeSave('x', beginFields('x', other, 'link'), other), 'no-source', /cannot be read/],
  ['offline', describeSave('x', beginFields('x', null, 'link'), null), null, /nothing is lost/],
  ['rate_limited', describeSave('x', beginFields('x', null, 'link'), null), null, /Too often/],
] as const)('%s says what to do', (code, saving, way, text) => {
  const refusal = describeRefusal(callError(code, 'Too often.'), saving)
  expect(refusal).toMatchObject({ way, text: expect.stringMatching(text) })
})
