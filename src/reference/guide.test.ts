import { expect, test } from 'vitest'
import { nestHeadings } from './guide.ts'

test('the title goes, headings sink by one, code stays', () => {
  const guide = '# Title\n\n## Part\n\n```sh\n# a comment\n```\n\n### Detail\n'
  expect(nestHeadings(guide)).toBe('### Part\n\n```sh\n# a comment\n```\n\n#### Detail')
})
