import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LIMITS } from '../../contract/limits.ts'
import { decodeLink, encodeLink, isScriptLink } from './share-link.ts'

const hashOf = (bytes: Uint8Array) => `#1${deflateRawSync(bytes).toString('base64url')}`

test.each([
  '',
  'print("hi")\n',
  'print("žluťoučký 🐎 \u202e")',
  '<script>alert(1)</script>',
  'x'.repeat(LIMITS.linkBytes),
])('a script survives the link', async (source) => {
  const hash = await encodeLink(source)
  expect(hash).toMatch(/^#1[\w-]+$/)
  expect(await decodeLink(hash)).toEqual({ ok: true, source })
})

test('other tools can make the link', async () => {
  expect(await decodeLink(hashOf(Buffer.from('return 1')))).toEqual({ ok: true, source: 'return 1' })
})

test('a script over the limit gets no link', async () => {
  await expect(encodeLink('é'.repeat(LIMITS.linkBytes / 2 + 1))).rejects.toThrow(/64 KiB/)
})

test('a bomb is stopped while it grows', async () => {
  const bomb = hashOf(Buffer.alloc(50 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(LIMITS.linkBytes * 2)
  expect(await decodeLink(bomb)).toMatchObject({ ok: false, message: expect.stringMatching(/64 KiB/) })
})

test.each([
  ['another version', '#2abc', /newer version/],
  ['no base64url', '#1a+b/', /damaged/],
  ['no deflate', '#1____', /damaged/],
  ['nothing', '#1', /damaged/],
  ['no UTF-8', hashOf(Uint8Array.of(0xff, 0xfe)), /damaged/],
  ['cut off', hashOf(Buffer.from('print(1) '.repeat(50))).slice(0, -4), /damaged/],
  ['endless', `#1${'a'.repeat(LIMITS.linkBytes * 2)}`, /64 KiB/],
])('%s is refused with a reason', async (_name, hash, reason) => {
  expect(await decodeLink(hash)).toMatchObject({ ok: false, message: expect.stringMatching(reason) })
})

test('an anchor is no script', () => {
  expect(['#1abc', '#2', '#top', ''].map(isScriptLink)).toEqual([true, true, false, false])
})
