// Whatever way a vendor writes a credential into its answer, it does not come through.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

const conceal = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { reveal: () => value }]))

const hex = (text: string) => Buffer.from(text).toString('hex')
const eachUnit = (text: string, write: (unit: number) => string) =>
  Array.from({ length: text.length }, (_, i) => write(text.charCodeAt(i))).join('')
const eachByte = (text: string, write: (byte: number) => string) => Array.from(Buffer.from(text), write).join('')
const pad = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
const escapeHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const encodings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  'lower case': (text) => text.toLowerCase(),
  reversed: (text) => Array.from(text).reverse().join(''),
  percent: encodeURIComponent,
  'percent, every byte': (text) => eachByte(text, (byte) => `%${pad(byte, 2)}`),
  'percent, every byte, upper case': (text) => eachByte(text, (byte) => `%${pad(byte, 2).toUpperCase()}`),
  'percent, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON in JSON in JSON': (text) => JSON.stringify(JSON.stringify(JSON.stringify(text))),
  'JSON, all escaped': (text) => eachUnit(text, (unit) => `\\u${pad(unit, 4)}`),
  'JSON, all escaped, upper case': (text) => eachUnit(text, (unit) => `\\u${pad(unit, 4).toUpperCase()}`),
  'JSON, all escaped, in JSON': (text) => JSON.stringify(eachUnit(text, (unit) => `\\u${pad(unit, 4)}`)),
  'JSON with escaped slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  HTML: escapeHtml,
  'HTML in HTML': (text) => escapeHtml(escapeHtml(text)),
  'HTML, decimal': (text) => Array.from(text, (character) => `&#${character.codePointAt(0)};`).join(''),
  'HTML, hex': (text) => Array.from(text, (character) => `&#x${character.codePointAt(0)!.toString(16)};`).join(''),
  'hex, lower case': hex,
  'hex, upper case': (text) => hex(text).toUpperCase(),
  'hex, spaced': (text) => hex(text).replaceAll(/(..)(?=.)/g, '$1 '),
  'hex, colons': (text) => hex(text).replaceAll(/(..)(?=.)/g, '$1:'),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 behind one byte': (text) => Buffer.from(`:${text}`).toString('base64'),
  'base64 behind two bytes': (text) => Buffer.from(`a:${text}`).toString('base64'),
  'base64 between others': (text) => Buffer.from(`{"a":"${text}"}`).toString('base64'),
  'base64url between others': (text) => Buffer.from(`user:${text}&more=1`).toString('base64url'),
  'base64, percent': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'base64, slashes escaped': (text) => Buffer.from(text).toString('base64').replaceAll('/', '\\/'),
  'base64, wrapped': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/.{5}(?=.)/g, '$&\r\n'),
  'base64, wrapped, in JSON': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/.{7}(?=.)/g, '$&\\r\\n'),
}

// The neighbours are characters of no encoding, so that what is left of a value would show.
const surround = (text: string) => `«${text}»`
const ascii = fc.string({ minLength: 6, maxLength: 90 }).filter((text) => text.trim().length >= 6)
const unicode = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }).filter((text) => text.trim().length >= 6)
const token = fc.stringMatching(/^[A-Za-z0-9_+/=.-]{20,80}$/)

test.each(Object.entries(encodings))('%s: nothing of the value is left', (name, encode) => {
  fc.assert(
    fc.property(fc.oneof(ascii, unicode, token), (value) => {
      const secret = value.trim()
      // Keys are ASCII; beyond it the two cases of a letter do not always lead back to each other.
      fc.pre(name !== 'lower case' || /^[\x00-\x7f]+$/.test(secret))
      const text = surround(encode(secret))
      const shown = createRedactor(conceal({ key: value }))(text)
      // Base64 of more than the value keeps the characters of its neighbours.
      if (/between|behind/.test(name)) expect(shown).toMatch(/^«[A-Za-z0-9+/_-]*‹key›[A-Za-z0-9+/_=-]*»$/)
      else expect(shown.replaceAll('"', '').replaceAll('\\', '')).toBe('«‹key›»')
    }),
    { numRuns: 40 },
  )
})

test('a base64 text around a value decodes to its neighbours, and to nothing of the value', () => {
  const secret = 'zQ~9!vT#4kL*8'
  const redact = createRedactor(conceal({ key: secret }))
  for (let before = 0; before < 9; before++) {
    const shown = redact(Buffer.from('A'.repeat(before) + secret + 'B'.repeat(6)).toString('base64'))
    const [left = '', right = ''] = shown.split('‹key›')
    expect(Buffer.from(left, 'base64').toString()).toMatch(/^A*$/)
    expect('A'.repeat(before).startsWith(Buffer.from(left, 'base64').toString())).toBe(true)
    for (const skip of [0, 1, 2, 3]) {
      const decoded = Buffer.from('A'.repeat(skip) + right, 'base64').toString('latin1')
      for (let at = 0; at + 3 <= secret.length; at++) expect(decoded).not.toContain(secret.slice(at, at + 3))
    }
  }
})

test('text without the value stays byte for byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), token, (text, value) => {
      fc.pre(!text.includes(value))
      expect(createRedactor(conceal({ key: value }))(text)).toBe(text)
    }),
    { numRuns: 40 },
  )
})

test('values of ordinary replies are not mistaken for a key', () => {
  const redact = createRedactor(conceal({ token: 'AXlmACQgNjY1ZTk0ZjI', email: 'someone@example.com' }))
  const body = JSON.stringify({
    id: 'AXlmACQgNjY1',
    email: 'someone.else@example.com',
    note: 'AXlm ACQg NjY1 ZTk0 ZjI',
    n: 1,
  })
  expect(redact(body)).toBe(body)
})

test('the composed Basic credential goes as a whole, in every encoding', () => {
  const credentials = conceal({ email: 'someone@example.com', api_key: '8f14e45f-ceea-467f' })
  const redact = createRedactor(credentials, [{ kind: 'basic', username: 'email', password: 'api_key' }])
  const composed = Buffer.from('someone@example.com:8f14e45f-ceea-467f').toString('base64')
  expect(redact(`Basic ${composed}`)).toBe('Basic ‹email:api_key›')
  expect(redact(JSON.stringify({ sent: { authorization: `Basic ${composed}` } }))).toBe(
    '{"sent":{"authorization":"Basic ‹email:api_key›"}}',
  )
  for (const encode of Object.values(encodings)) expect(redact(encode(composed))).toContain('‹email:api_key›')
})

test('several values, one inside another, each under its name', () => {
  const redact = createRedactor(conceal({ short: 'abcdef', long: 'abcdef-ghijkl', other: 'zzzzzz' }))
  expect(redact('abcdef-ghijkl abcdef zzzzzz abcdef-ghijk')).toBe('‹long› ‹short› ‹other› ‹short›-ghijk')
})

test('a value of 3 to 5 characters goes where it stands alone, and not out of other words', () => {
  const redact = createRedactor(conceal({ pin: 'k7x' }))
  expect(redact('pin k7x, {"pin":"k7x"}, K7X, k%37x, "\\u006b7x", 6b3778, azd4, k7xyz 1k7x')).toBe(
    'pin ‹pin›, {"pin":"‹pin›"}, ‹pin›, ‹pin›, "‹pin›", ‹pin›, ‹pin›, k7xyz 1k7x'.replace('azd4', '‹pin›'),
  )
})

test('values of one and two characters, and empty ones, leave the text alone', () => {
  const redact = createRedactor(conceal({ a: '', b: '1', c: '12', d: '   ' }))
  expect(redact('{"id":1,"n":12}')).toBe('{"id":1,"n":12}')
})

test('a value pasted with space around it is found without it', () => {
  expect(createRedactor(conceal({ key: ' AXlmACQg\n' }))('bad AXlmACQg')).toBe('bad ‹key›')
})

test('a key of 16 kB is found, and costs no stack', () => {
  const value = Array.from({ length: 16_000 }, (_, i) => String.fromCharCode(33 + ((i * 7) % 90))).join('')
  const redact = createRedactor(conceal({ pem: value }))
  for (const encode of [encodings['plain'], encodings['percent'], encodings['JSON'], encodings['base64']]) {
    expect(redact(surround(encode!(value)))).toBe('«‹pem›»')
  }
  const dots = './'.repeat(4000)
  expect(createRedactor(conceal({ dots }))(encodeURIComponent(dots))).toBe('‹dots›')
})

test.each([
  ['backslashes', '\\'],
  ['escapes', '\\u005c'],
  ['percents', '%25'],
  ['ampersands', '&amp;'],
  ['zeros', '&#0'],
  ['first characters', 'AXlm'],
  ['line breaks', 'A\\n'],
  ['beginnings', 'AXlmACQgNjY1ZTk0ZjItMDkzYS00YTU4LWE5NzQtYzY1NDY1ZDc2Zjc4ZGY5M2'],
])('two MiB of %s take no more than moments', (_name, piece) => {
  const token = 'AXlmACQgNjY1ZTk0ZjItMDkzYS00YTU4LWE5NzQtYzY1NDY1ZDc2Zjc4ZGY5M2E='
  const redact = createRedactor(conceal({ token, odd: String.raw`\\"\\"\\"` }))
  const text = piece.repeat(Math.ceil((2 * 1024 * 1024) / piece.length))
  // Time of this process, because other tests may hold the processor. A quadratic search would take minutes.
  const before = process.cpuUsage()
  redact(text)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4)
})
