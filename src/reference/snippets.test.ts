import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { accountCalls, fullName, inlineCall, luaPath, metadataExample, quoteShell, workflowFile } from './snippets.ts'

const upstash = loadCatalog().integrations['upstash']!
const getKey = upstash.functions.find(({ name }) => name === 'get_key')!

test('the names of a function', () => {
  expect(luaPath(upstash, getKey)).toBe('app.integrations.upstash.get_key')
  expect(fullName(upstash, getKey)).toBe('upstash.upstash_get_key')
  expect(luaPath({ namespaces: ['google-sheets'] }, { name: 'read' })).toBe('app.integrations.google_sheets.read')
})

test('snippets take their values from the definition', () => {
  expect(inlineCall('get_key', getKey)).toBe('get_key({ key = "user:1234:session" })')
  expect(metadataExample(upstash)).toContain(
    'app.integrations.upstash.upstash_get_key({\n  key = "user:1234:session",\n})',
  )
  expect(workflowFile(upstash)).toContain('local upstash = app.integrations.upstash\n')
  expect(accountCalls(upstash)).toContain('app.integrations.upstash.production.list_keys({})')
})

test('a quote inside Lua survives the shell', () => {
  expect(quoteShell(`print('a')`)).toBe(`'print('\\''a'\\'')'`)
})
