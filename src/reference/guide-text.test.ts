import { expect, test } from 'vitest'
import { parseExample } from './examples.ts'
import { writeGuide } from './guide-text.ts'

const example = parseExample('read', '-- title: Read\n-- functions: get_key\nprint(1)\n', null)
const find = (integration: string, name: string) => (integration === 'upstash' && name === 'read' ? example : undefined)

test('components give way to what they show', () => {
  const guide = `import ErrorTable from '../x.astro'\n\nText.\n\n<ErrorTable />\n\n<LimitTable />\n\n<SiteExample integration="upstash" name="read" />\n\n<Other a="b" />\n`
  const text = writeGuide(guide, find)
  expect(text).toMatch(/^Text\.\n\n### Before anything is sent\n\n- `unknown_integration`: No integration/)
  expect(text).toContain('done. Ask for less at once, or try again. The same call may work later.')
  expect(text).toContain('- Calls in one run: 100')
  expect(text).toMatch(/```lua\nprint\(1\)\n```$/)
})

test('an example that is not there stops the build', () => {
  expect(() => writeGuide('<SiteExample integration="upstash" name="none" />', find)).toThrow('"none" of "upstash"')
})
