import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { checkInlineScripts, findInlineScripts } from './check-inline-scripts.ts'
import { makeTemporaryFolder } from '../testing/temporary-folder.ts'

afterEach(() => vi.unstubAllEnvs())

function makeSite(html: string): string {
  const root = makeTemporaryFolder('scripts')
  mkdirSync(join(root, 'dist/docs'), { recursive: true })
  mkdirSync(join(root, 'server/http'), { recursive: true })
  writeFileSync(join(root, 'dist/docs/index.html'), html)
  return root
}

test('the hash is the one that browsers compute', () => {
  // The value that Chromium asks for in its console, for this very script.
  expect(findInlineScripts("<script>alert('Hello, world.');</script>")).toEqual([
    { hash: 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=', begins: "alert('Hello, world.');" },
  ])
})

test.each([
  ['<script src="/a.js"></script>', 0],
  ['<script type="application/ld+json">{}</script>', 0],
  ['<script type="application/json" id=x>{}</script>', 0],
  ['<script type="module">a()</script>', 1],
  ['<SCRIPT\n>a()</SCRIPT >', 1],
  ["<script type='text/javascript'>a()</script><script>b()</script>", 2],
  ['<script type="speculationrules">{}</script>', 1],
])('%s has %i scripts that run', (html, count) => {
  expect(findInlineScripts(html)).toHaveLength(count)
})

test('an unknown script fails the build, naming its page; accepted, it is on the list', async () => {
  const root = makeSite('<script>first()</script>')
  await expect(checkInlineScripts(root)).rejects.toThrow(/docs\/index\.html: sha256-\S+ first\(\)/)
  vi.stubEnv('KOSMO_ACCEPT_SCRIPTS', '1')
  await checkInlineScripts(root)
  vi.unstubAllEnvs()
  await checkInlineScripts(root)
  expect(readFileSync(join(root, 'server/http/script-hashes.json'), 'utf8')).toContain('first()')
  writeFileSync(join(root, 'dist/docs/index.html'), '<script>first() </script>')
  await expect(checkInlineScripts(root)).rejects.toThrow(/does not allow/)
})
