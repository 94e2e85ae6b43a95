import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { IntegrationDefinition } from '../contract/definition.ts'
import { CatalogIndex } from '../contract/catalog.ts'
import { buildDefinitionSchema } from './json-schema.ts'
import { ROOT } from './load.ts'

// Each build is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'catalog-'))
afterAll(() => rmSync(root, { recursive: true }))

for (const folder of ['src/catalog', 'src/contract', 'src/vendor', 'src/demo', 'content/integrations/upstash']) {
  mkdirSync(join(root, folder, '..'), { recursive: true })
  cpSync(join(ROOT, folder), join(root, folder), { recursive: true })
}
writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))

function build() {
  const { status, stderr } = spawnSync(process.execPath, ['src/catalog/build.ts'], { cwd: root, encoding: 'utf8' })
  return { status, stderr }
}

const yaml = join(root, 'content/integrations/upstash/integration.yaml')

test('it writes what the site serves and the code imports, the same each time', () => {
  expect(build()).toEqual({ status: 0, stderr: '' })
  const names = readdirSync(join(root, 'public/catalog')).sort()
  expect(names).toEqual([
    expect.stringMatching(/^index\.[0-9a-f]{16}\.json$/),
    expect.stringMatching(/^upstash\.[0-9a-f]{16}\.json$/),
  ])
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'public/catalog', name), 'utf8'))
  const index = CatalogIndex.parse(read(names[0]!))
  expect(index.integrations[0]!.file).toBe(names[1])
  expect(IntegrationDefinition.parse(read(names[1]!)).slug).toBe('upstash')
  expect(readFileSync(join(root, 'src/catalog/manifest.generated.ts'), 'utf8')).toContain(`/catalog/${names[0]}`)
  expect(readFileSync(join(root, 'src/demo/registry.generated.ts'), 'utf8')).toContain("import('./upstash.ts')")
  expect(existsSync(join(root, 'src/vendor/handlers.generated.ts'))).toBe(true)
  build()
  expect(readdirSync(join(root, 'public/catalog')).sort()).toEqual(names)
})

test('a changed definition takes the place of the old one', () => {
  const text = readFileSync(yaml, 'utf8')
  writeFileSync(yaml, text.replace('title: Get Key', 'title: Get One Key'))
  const before = readdirSync(join(root, 'public/catalog')).sort()
  expect(build().status).toBe(0)
  const after = readdirSync(join(root, 'public/catalog')).sort()
  expect(after).toHaveLength(2)
  expect(after).not.toEqual(before)
})

test('a bad file fails the build with its name, the key and the reason', () => {
  const text = readFileSync(yaml, 'utf8')
  writeFileSync(yaml, text.replace('effect: read', 'effect: reads'))
  const { status, stderr } = build()
  expect(status).toBe(1)
  expect(stderr).toMatch(/^content\/integrations\/upstash\/integration\.yaml: functions\[0\]\.effect: .+\n$/)
})

test('editors get a JSON Schema that knows the words of the file', () => {
  const schema = JSON.stringify(buildDefinitionSchema())
  for (const word of ['namespaces', 'credentials', 'idempotent', '$when', 'freeform', 'refused_key']) {
    expect(schema).toContain(`"${word}"`)
  }
})
