import { expect, test } from 'vitest'
import { cutSection } from './markdown-section.ts'

const page = `# Upstash

## Functions

### \`get_key\`

Reads.

#### Example

\`\`\`bash
# get_keys is only a comment
### set_key
\`\`\`

### set_key

Writes.

## Guide
`

test('a section goes from its heading to the next of its level, with what is below it', () => {
  const section = cutSection(page, 'get_key')
  expect(section).toMatch(/^### `get_key`/)
  expect(section).toContain('#### Example')
  expect(section).toMatch(/### set_key\n```\n$/)
})

test('a heading in a code block is none', () => {
  expect(cutSection(page, 'set_key')).toBe('### set_key\n\nWrites.\n')
})

test('a part of a name is not the name', () => {
  expect(cutSection(page, 'key')).toBeUndefined()
})

test('the section of a name comes before one that only mentions it', () => {
  const page = '# Page\n\n## Undo get_key\n\nFirst.\n\n## get_key\n\nSecond.\n'
  expect(cutSection(page, 'get_key')).toBe('## get_key\n\nSecond.\n')
})
