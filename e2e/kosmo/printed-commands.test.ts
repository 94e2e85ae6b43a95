// Every command that a page prints, run in a shell as it stands there: Live, on accounts at local vendors.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog, ROOT } from '../../src/catalog/load.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { mountVendor, type MountedVendor } from '../vendors/mount.ts'
import { openPath, type Path } from '../wire/open-path.ts'
import { installKosmo, type Kosmo } from './install.ts'
import { readCode } from './read-code.ts'

const slugs = Object.keys(loadCatalog().integrations)
const vendors: MountedVendor[] = []
let kosmo: Kosmo
let path: Path
let env: Record<string, string>

beforeAll(async () => {
  for (const slug of slugs) vendors.push(await mountVendor(await demoVendors[slug]!()))
  ;[kosmo, path] = await Promise.all([installKosmo(), openPath(vendors.flatMap(({ hosts }) => hosts))])
  const user = await path.api.signUp('reader')
  for (const [at, slug] of slugs.entries()) {
    const fields = { ...vendors[at]!.settings, ...vendors[at]!.secrets }
    const connected = await user.ask('accounts.connect', { integration: slug, name: 'main', fields })
    expect(connected.status).toBe(200)
  }
  const made = await user.ask('tokens.create', { name: 'shell', effects: ['read'], integrations: null, days: 1 })
  env = { KOSMO_SERVER: path.api.origin, KOSMO_TOKEN: (made.data as { token: string }).token }
})
afterAll(async () => {
  await kosmo[Symbol.asyncDispose]()
  await path[Symbol.asyncDispose]()
  await Promise.all(vendors.map((vendor) => vendor.close()))
})

/** The text of every code block of a page. */
function readBlocks(slug: string): string[] {
  const html = readFileSync(join(ROOT, 'dist/integrations', slug, 'index.html'), 'utf8')
  return readCode(html).flatMap(({ text, isBlock }) => (isBlock ? [text] : []))
}

describe.each(slugs)('%s', (slug) => {
  const blocks = readBlocks(slug)
  const commands = blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('kosmo '))

  test('prints the commands of the original page', () => {
    expect(commands.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      ...Array<string>(5).fill('kosmo integrations:lua'),
      'kosmo mcp:lua',
    ])
  })

  test.each(commands)('%s', async (command) => {
    const workflow = blocks[blocks.findIndex((block) => block.includes('integrations:lua workflow.lua')) - 1]!
    await writeFile(join(kosmo.folder, 'workflow.lua'), workflow)
    const { out, err, code } = await kosmo.shell(command, env)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(JSON.parse(out)).toMatchObject({ success: true, demo: false, error: null })
    expect((JSON.parse(out) as { output: string }).output).not.toBe('')
  })
})
