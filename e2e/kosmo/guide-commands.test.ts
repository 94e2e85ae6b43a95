// Every other command that is printed: on the pages of the guide, within sentences, and in the command's own help. What
// stands for something is filled in; a command with another placeholder, or one that is not understood, fails.
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/catalog/load.ts'
import { OPTIONS } from '../../src/cli/kosmo/options.ts'
import { USAGE } from '../../src/cli/kosmo/usage.ts'
import { openAccount } from './open-account.ts'
import { readCode } from './read-code.ts'

const account = await openAccount()
const env = await account.makeEnvironment(['read'])
await writeFile(join(account.kosmo.folder, 'workflow.lua'), 'return docs.list()')
afterAll(() => account[Symbol.asyncDispose]())

const FILLED: [RegExp, string][] = [
  [/^(kosmo \w+:lua)(?: \[file\])?$/, '$1 workflow.lua'],
  [/ <words>$/, ' delete key'],
  [/ \[page\]$/, ' clerk.get_user'],
  [/ <function> \[json\]$/, ` upstash.get_key '{"key":"greeting"}'`],
]
const fill = (command: string) => FILLED.reduce((text, [what, by]) => text.replace(what, by), command)

const pages = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
)
// Blocks of the reference pages are run Live in printed-commands.test.ts.
const lines = pages.flatMap((file) => {
  const code = readCode(readFileSync(join(ROOT, 'dist', file), 'utf8'))
  return code.flatMap(({ text, isBlock }) => (isBlock && file.startsWith('integrations') ? [] : text.split('\n')))
})
const printed = lines.filter((line) => line.startsWith('kosmo '))
const helped = Array.from(
  USAGE.matchAll(/^ {2}(kosmo \S+(?: [[<]\w+[\]>])*)|(kosmo (?:--?)?\w+)(?= (?:says|prints))/gm),
)
const commands = new Set([...printed, ...helped.map(([, line, word]) => line ?? word!)].map(fill))

test('there are commands in the guide and in the help', () => {
  expect(commands.size).toBeGreaterThanOrEqual(9)
  expect([...commands].filter((command) => /[[\]<>…]/.test(command))).toEqual([])
})

describe.each([...commands])('%s', (command) => {
  test('is understood, and ends well', async () => {
    const { out, err, code } = await account.kosmo.shell(command, env)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    if (command !== 'kosmo mcp:serve') expect(out).not.toBe('')
  })
})

test('every option that the guide names is one', () => {
  const guide = readCode(readFileSync(join(ROOT, 'dist/docs/kosmo/index.html'), 'utf8'))
  const named = guide.map(({ text }) => /^--([\w-]+)/.exec(text)?.[1]).filter((name) => name !== undefined)
  const known = Object.values(OPTIONS).flatMap((options) => Object.keys(options))
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

test("an agent's configuration starts the command", async () => {
  const guide = readCode(readFileSync(join(ROOT, 'dist/docs/kosmo/index.html'), 'utf8'))
  const { text } = guide.find(({ text, isBlock }) => isBlock && text.includes('mcpServers'))!
  const { mcpServers } = JSON.parse(text) as { mcpServers: Record<'kosmo', { command: string; args: string[] }> }
  const { command, args } = mcpServers.kosmo
  expect(await account.kosmo.shell([command, ...args].join(' '), env)).toEqual({ out: '', err: '', code: 0 })
})
