// The scanner finds what was planted on purpose, and nothing where nothing was planted.
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { findCanary } from './scan.ts'

const canary = 'canary-T0ken/"&<=é?+7f3a91'
const other = 'canary-other-00000001'
const hex = (text: string) => Buffer.from(text).toString('hex')
const escapeAll = (text: string) =>
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

const planted: Record<string, string> = {
  plain: canary,
  'upper case': canary.toUpperCase(),
  percent: encodeURIComponent(canary),
  'percent, every byte': hex(canary).replaceAll(/../g, '%$&'),
  'percent twice': encodeURIComponent(encodeURIComponent(canary)),
  form: new URLSearchParams({ a: canary }).toString(),
  JSON: JSON.stringify({ a: canary }),
  'JSON in JSON': JSON.stringify(JSON.stringify({ a: canary })),
  'JSON, all escaped': escapeAll(canary),
  HTML: canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  'HTML, decimal': Array.from(canary, (character) => `&#${character.codePointAt(0)};`).join(''),
  reversed: Array.from(canary).reverse().join(''),
  hex: hex(canary),
  'hex, upper case': hex(canary).toUpperCase(),
  'hex, spaced': hex(canary).replaceAll(/../g, '$& '),
  base64: Buffer.from(canary).toString('base64'),
  base64url: Buffer.from(canary).toString('base64url'),
  'base64 behind one byte': Buffer.from(`:${canary}`).toString('base64'),
  'base64 behind two bytes': Buffer.from(`a:${canary}`).toString('base64'),
  'Basic credential': Buffer.from(`someone@example.com:${canary}`).toString('base64'),
  'base64, wrapped': Buffer.from(canary).toString('base64').replaceAll(/.{8}/g, '$&\n'),
  'base64, wrapped, in JSON': JSON.stringify(Buffer.from(canary).toString('base64').replaceAll(/.{8}/g, '$&\r\n')),
  'base64, percent': encodeURIComponent(Buffer.from(canary).toString('base64')),
  'base64 twice': Buffer.from(Buffer.from(canary).toString('base64')).toString('base64'),
  rot13: canary.replaceAll(/[a-z]/gi, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13)),
  ),
}

const noise = `{"time":"2026-01-01T00:00:00Z","user":"u1","path":"/api/trpc","bytes":${'0123456789'.repeat(40)}}\n`

test.each(Object.entries(planted))('%s is found between other text', (_name, text) => {
  const hits = findCanary(noise + text + noise, { token: canary, other })
  expect(new Set(hits.map(({ canary: name }) => name))).toEqual(new Set(['token']))
})

test('bytes are searched as well as text, UTF-16 too', () => {
  const ascii = { token: other }
  const binary = Buffer.concat([Buffer.from([0, 255, 254, 128]), Buffer.from(other), Buffer.from([0, 1])])
  expect(findCanary(binary, ascii)[0]).toMatchObject({ canary: 'token', encoding: 'plain' })
  expect(findCanary(Buffer.from(other, 'utf16le'), ascii)[0]).toMatchObject({ encoding: 'UTF-16' })
  // Compressed bytes have to be unpacked first.
  expect(findCanary(gunzipSync(gzipSync(other)), ascii)).not.toEqual([])
})

test('nothing is found where nothing was planted', () => {
  const near = [canary.slice(0, -1), canary.slice(1), hex(canary).slice(2), other.replace('1', '2')]
  expect(findCanary(near.join('\n') + noise, { token: canary, other })).toEqual([])
})

test('a hit says where', () => {
  const [hit] = findCanary(`${noise}key=${other}!`, { other })
  expect(hit).toMatchObject({ canary: 'other', encoding: 'plain', at: noise.length + 4 })
  expect(hit?.excerpt).toContain(`key=${other}!`)
})

test('a canary that chance could write is refused', () => {
  expect(() => findCanary('text', { pin: 'abc' })).toThrow('too short')
})
