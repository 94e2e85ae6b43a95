import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readLimits } from '../../src/contract/limit-settings.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { showLimits } from './show-limits.ts'
import { type Found, type Site } from './site.ts'

const page = '<head><title>x</title></head><td data-limit="LIMIT_CPU_SECONDS">30 s</td><td>30 s</td>'
const text =
  '- Time: 30 s (`LIMIT_CPU_SECONDS`)\n- Calls, all: 100 (`LIMIT_CALLS_PER_RUN`)\n- Fixed: 30 s\n- Note: 3 (`x`)\n'
const files: Record<string, [type: string, content: string]> = {
  '/docs/': ['text/html; charset=utf-8', page],
  '/docs.md': ['text/markdown; charset=utf-8', text],
  '/llms.txt': ['text/plain; charset=utf-8', text],
  '/a.js': ['text/javascript; charset=utf-8', text + page],
}
let reads = 0

const site: Site = {
  find(path) {
    if (path === '/docs') return { kind: 'redirect', to: '/docs/' }
    const [type, content] = files[path] ?? []
    if (type === undefined) return undefined
    const read = () => (reads++, Promise.resolve(Buffer.from(content!)))
    return { kind: 'file', type, hashed: false, hash: `hash${path}`, encodings: ['br', 'gzip'], read }
  },
}
const changed = showLimits(site, readLimits({ LIMIT_CPU_SECONDS: '90', LIMIT_CALLS_PER_RUN: '2000' }))
const found = (path: string) => changed.find(path) as Found
const show = async (path: string) => (await found(path).read(undefined)).toString()

test('with the usual limits the site is served as it was built', () => {
  expect(showLimits(site, LIMITS)).toBe(site)
})

test('a page says the limits to its scripts and to its reader', async () => {
  expect(await show('/docs/')).toBe(
    '<head><title>x</title><meta name="limits" content="LIMIT_CPU_SECONDS=90 LIMIT_CALLS_PER_RUN=2000"></head>' +
      '<td data-limit="LIMIT_CPU_SECONDS">90 s</td><td>30 s</td>',
  )
})

test.each(['/docs.md', '/llms.txt'])('%s says them to agents', async (path) => {
  expect(await show(path)).toBe(
    '- Time: 90 s (`LIMIT_CPU_SECONDS`)\n- Calls, all: 2,000 (`LIMIT_CALLS_PER_RUN`)\n- Fixed: 30 s\n- Note: 3 (`x`)\n',
  )
})

test('nothing else is touched', async () => {
  expect(await show('/a.js')).toBe(text + page)
  expect(found('/a.js').hash).toBe('hash/a.js')
  expect(changed.find('/docs')).toEqual({ kind: 'redirect', to: '/docs/' })
  expect(changed.find('/nothing')).toBeUndefined()
})

test('a changed page has a tag of its own, and copies of its own that are made once', async () => {
  const { hash, read } = found('/docs/')
  expect(hash).toMatch(/^hash\/docs\/-[0-9a-f]{8}$/)
  expect(found('/docs/').hash).toBe(hash)
  const plain = await show('/docs/')
  const before = reads
  expect(brotliDecompressSync(await read('br')).toString()).toBe(plain)
  expect(gunzipSync(await read('gzip')).toString()).toBe(plain)
  expect(await found('/docs/').read('br')).toBe(await read('br'))
  expect(reads).toBe(before)
})
