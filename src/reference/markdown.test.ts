import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { parseExample } from './examples.ts'
import { writeMarkdown } from './markdown.ts'

const definition = loadCatalog().integrations['upstash']!
const recording = JSON.stringify({
  output: 'nil\n',
  calls: [
    {
      integration: 'upstash',
      function: 'get_key',
      account: 'demo',
      effect: 'read',
      requests: [{ method: 'POST', url: 'https://demo.upstash.io/', headers: [], body: '["GET","a"]' }],
    },
  ],
  values: [],
})
const example = parseExample('get_key', '-- title: Read a key\n-- functions: get_key\nprint(1)\n', recording)
const markdown = writeMarkdown({ definition, guide: '# Upstash\n\n## Keys\n\nText.', examples: [example] })

test('every function has a section with its arguments, result, errors and names', () => {
  for (const { name } of definition.functions) expect(markdown).toContain(`\n## ${name}\n`)
  expect(markdown).toContain('| Parameter | Type | Required | Description |\n')
  expect(markdown).toContain('| `key` | string | yes | Name of the key to read. |')
  expect(markdown).toContain('| `pattern` | string | no | Glob-style pattern that the names must match.')
  expect(markdown).toContain('Default `"*"`. |')
  expect(markdown).toContain('No parameters.')
  expect(markdown).toContain('- `value` (string or nil): The stored value; `nil` when the key does not exist.')
  expect(markdown).toContain('- Lua path: `app.integrations.upstash.get_key`\n- Full name: `upstash.upstash_get_key`')
  expect(markdown).toContain('- `refused_key`: The REST token is wrong')
  expect(markdown).toContain('- Operation: Write (destructive)')
})

test.each(
  Object.values(loadCatalog().integrations).flatMap((integration) =>
    integration.functions.filter(({ pagination }) => pagination).map(({ name }) => [integration, name] as const),
  ),
)('%o.slug: %s says how to get the next page', (integration, name) => {
  const text = writeMarkdown({ definition: integration, guide: '', examples: [] })
  const section = text.slice(text.indexOf(`\n## ${name}\n`)).split('\n## ')[1]
  expect(section).toMatch(
    /\n- Pages: One page at a time in `\w+`\. For the next, pass `cursor` of the result as `cursor`/,
  )
})

test('examples come with their output and request, the guide below its own heading', () => {
  expect(markdown).toContain('### Example: Read a key\n\n```lua\nprint(1)\n```\n\nOutput:\n\n```\nnil\n```')
  expect(markdown).toContain('```http\nPOST https://demo.upstash.io/\n\n["GET","a"]\n```')
  expect(markdown).toContain('## Agent-Facing Lua Docs\n\n### Keys\n\nText.')
})

test('an example shows all requests of the function it stands under, not of its first call', () => {
  const [call] = (JSON.parse(recording) as { calls: { requests: object[] }[] }).calls
  const requests = ['["SET","a","b"]', '["TTL","a"]'].map((body) => ({ ...call!.requests[0], body }))
  const second = { ...call, function: 'set_key', requests }
  const both = JSON.stringify({ output: '', calls: [call, second], values: [] })
  const write = parseExample('set-key', '-- title: Write\n-- functions: set_key, get_key\nprint(2)\n', both)
  const text = writeMarkdown({ definition, guide: '', examples: [write] })
  const section = text.slice(text.indexOf('## set_key'), text.indexOf('## delete_key'))
  expect(section).toMatch(/Requests to the vendor, in order:[^]*\["SET","a","b"\][^]*\["TTL","a"\]/)
  expect(section).not.toContain('["GET","a"]')
  expect(text.slice(text.indexOf('## get_key'), text.indexOf('## set_key'))).toContain('["GET","a"]')
})

test('scripts to begin with stand with the accounts', () => {
  const starter = parseExample('s', '-- title: Look\n-- functions: list_keys\n-- starter: 1\nprint(2)\n', null)
  const text = writeMarkdown({ definition, guide: '', examples: [starter] })
  const accounts = text.slice(text.indexOf('## Multi-Account Usage'))
  expect(accounts).toContain('### Script to begin with: Look\n\n```lua\nprint(2)\n```')
})

test('code that holds a fence gets a longer one', () => {
  const fenced = parseExample('f', '-- title: F\n-- functions: get_key\nprint("```")\n', null)
  expect(writeMarkdown({ definition, guide: '', examples: [fenced] })).toContain('````lua\nprint("```")\n````')
})
