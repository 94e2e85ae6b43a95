import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { bundleSandbox, escapeForScriptElement } from './bundle.ts'

test('the document is one script whose hash is the one it comes with', async () => {
  const { html, scriptHash } = await bundleSandbox()
  const [, script = ''] = /<script>(.*)<\/script><\/html>\n$/s.exec(html) ?? []
  expect(script).not.toMatch(/<\/script|<!--/i)
  expect(scriptHash).toBe(`sha256-${createHash('sha256').update(script).digest('base64')}`)
})

test('the same sources give the same document', async () => {
  expect(await bundleSandbox()).toEqual(await bundleSandbox())
})

test.each(['"</script>"', '"</SCRIPT>"', '"<!-- x"'])('%s is written otherwise and means the same', (literal) => {
  const escaped = escapeForScriptElement(literal)
  expect(escaped).not.toMatch(/<\/script|<!--/i)
  expect(JSON.parse(escaped.replaceAll('\\x3C', '\\u003C'))).toBe(JSON.parse(literal))
})
