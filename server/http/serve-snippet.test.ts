import { expect, test } from 'vitest'
import { snippetPath } from '../../src/contract/snippet.ts'
import { type SnippetText } from './serve-snippet.ts'
import { buildApp } from './testing/test-app.ts'

const ID = '4pX9vQ2mKd7RtY1zBc5WnH'
const SOURCE = '<script>alert("Ключ")</script>'
const asked: unknown[] = []
const { ask, lines } = await buildApp(
  {},
  {
    readSnippet: (cookie, id, version) => {
      asked.push([cookie, id, version])
      const found: SnippetText = { version: version ?? 3, source: SOURCE }
      return Promise.resolve(id === ID ? found : null)
    },
  },
)

const keep = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex', 'X-Content-Type-Options': 'nosniff' }
const headersOf = (reply: Response, names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, reply.headers.get(name)]))

test.each([snippetPath(ID), snippetPath(ID, 2)])('%s is the page of the playground, kept by nobody', async (path) => {
  const reply = await ask(path)
  expect(reply.status).toBe(200)
  expect(headersOf(reply, keep)).toEqual(keep)
  expect(reply.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(reply.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  expect(reply.headers.get('ETag')).toBeNull()
  expect(await reply.text()).toBe('<h1>Playground</h1>')
})

test('the page is the same where there is nothing to read, but for its status', async () => {
  const reply = await ask(snippetPath('0'.repeat(22)))
  expect([reply.status, await reply.text()]).toEqual([404, '<h1>Playground</h1>'])
  expect(headersOf(reply, keep)).toEqual(keep)
})

test.each([
  [`${snippetPath(ID)}.lua`, `${ID}@3.lua`],
  [`${snippetPath(ID, 2)}.lua`, `${ID}@2.lua`],
])('%s is the source as text that no browser runs', async (path, name) => {
  const text = {
    ...keep,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Content-Disposition': `inline; filename="${name}"`,
    'Content-Length': String(Buffer.byteLength(SOURCE)),
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
  const reply = await ask(path)
  expect([reply.status, await reply.text()]).toEqual([200, SOURCE])
  expect(headersOf(reply, text)).toEqual(text)
  const head = await ask(path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(headersOf(head, text)).toEqual(text)
})

test('the source of nothing is a line of text', async () => {
  const reply = await ask(`${snippetPath('0'.repeat(22))}.lua`)
  expect(reply.status).toBe(404)
  expect(await reply.text()).toBe('There is no such snippet, or it is not shared with you.\n')
  expect(headersOf(reply, keep)).toEqual(keep)
  expect(reply.headers.get('Content-Type')).toMatch(/^text\/plain/)
})

test('cookie, id and version reach the reader as they came', async () => {
  asked.length = 0
  await ask(snippetPath(ID, 999_999), { headers: { Cookie: 'a=b; c=d' } })
  await ask(snippetPath(ID))
  expect(asked).toEqual([
    ['a=b; c=d', ID, 999_999],
    [undefined, ID, null],
  ])
})

test.each([
  [`/s/${ID}/`, `/s/${ID}`],
  [`/s/${ID}@2/`, `/s/${ID}@2`],
  [`/s/${ID}%402`, `/s/${ID}@2`],
  [`/s/${ID}%402%2Elua?a=1`, `/s/${ID}@2.lua?a=1`],
  [`/s/%34${ID.slice(1)}`, `/s/${ID}`],
  [`/s/${'0'.repeat(22)}/`, `/s/${'0'.repeat(22)}`],
])('%s leads to %s, whether it exists or not', async (path, to) => {
  asked.length = 0
  const reply = await ask(path)
  expect([reply.status, reply.headers.get('Location')]).toEqual([301, to])
  expect(headersOf(reply, keep)).toEqual(keep)
  expect(asked).toEqual([])
})

test.each([
  '/s/',
  `/s/${ID.slice(1)}`,
  `/s/${ID}0`,
  `/s/${ID.slice(1)}_`,
  `/s/${ID.slice(1)}-`,
  `/s/${ID}@`,
  `/s/${ID}@0`,
  `/s/${ID}@02`,
  `/s/${ID}@-1`,
  `/s/${ID}@1.5`,
  `/s/${ID}@1000000`,
  `/s/${ID}@1@2`,
  `/s/${ID}@2//`,
  `/s/${ID}//`,
  `/s//${ID}`,
  `/s/${ID}/2`,
  `/s/${ID}.lua/`,
  `/s/${ID}.LUA`,
  `/s/${ID}.lua.lua`,
  `/s/${ID}.md`,
  `/s/${ID}%00`,
  `/s/${ID}%0d%0aSet-Cookie:a`,
  `/s/${ID}%2540`,
  `/s/%E0%A4%A`,
  `/s/${encodeURIComponent('é'.repeat(22))}`,
  '/s/%2F%2Fevil.example/',
  '/s/.lua',
])('%s names no snippet', async (path) => {
  asked.length = 0
  const reply = await ask(path)
  expect([reply.status, await reply.text()]).toEqual([404, '<h1>No such page</h1>'])
  expect(headersOf(reply, keep)).toEqual(keep)
  expect(asked).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  for (const path of [`/s/${ID}`, `/s/${ID}.lua`, '/s/nothing']) {
    const reply = await ask(path, { method })
    expect([reply.status, reply.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('the log does not name the snippet', async () => {
  lines.length = 0
  await ask('/s/0000000000000000000000')
  await ask(`/s/${ID}.lua`, { method: 'POST' })
  expect(lines.map(({ route, status }) => `${route} ${status}`)).toEqual(['/s/… 404', '/s/… 405'])
})
