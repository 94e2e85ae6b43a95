import { request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'
import { chooseEncoding } from './serve-site.ts'
import { buildApp, LONG } from './testing/test-app.ts'

const { ask } = await buildApp()

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/docs/start/', 'text/html; charset=utf-8', 'no-cache'],
  ['/integrations/upstash.md', 'text/markdown; charset=utf-8', 'no-cache'],
  ['/_astro/page.Bx9_12ab.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/catalog/index.0123456789abcdef.json', 'application/json; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/catalog/index.json', 'application/json; charset=utf-8', 'no-cache'],
  ['/a%20name/', 'text/html; charset=utf-8', 'no-cache'],
])('%s is %s, %s', async (path, type, caching) => {
  const reply = await ask(path)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Content-Type')).toBe(type)
  expect(reply.headers.get('Cache-Control')).toBe(caching)
})

test('a folder without its slash is redirected for good, with its query', async () => {
  const reply = await ask('/docs/start?a=1')
  expect([reply.status, reply.headers.get('Location')]).toEqual([301, '/docs/start/?a=1'])
})

test.each(['/nothing', '/docs/', '//evil.example/', '/%E0%A4%A', '/secret.txt', '/index.html/', '/.git/config'])(
  '%s is the page for what is not there',
  async (path) => {
    const reply = await ask(path)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('Cache-Control')).toBe('no-cache')
    expect(await reply.text()).toContain('No such page')
  },
)

test('no spelling of a path leaves the site', async () => {
  const { listener, send } = await listenRaw()
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/docs/..%5c..%5csecret.txt',
    '/%00',
  ]) {
    const reply = await send(path)
    expect(reply.status, path).toBe(404)
    expect(reply.text).not.toContain('not of the site')
  }
  await listener.drain(0)
})

test('a known tag is answered without content, whichever copy it names', async () => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const headers = { 'Accept-Encoding': encoding }
    const first = await ask('/', { headers })
    const tag = first.headers.get('ETag')!
    const second = await ask('/', { headers: { ...headers, 'If-None-Match': `"other", W/${tag}` } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    expect(second.headers.get('ETag')).toBe(tag)
    expect(second.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
  }
})

test('copies hold the same text and are smaller', async () => {
  const read = async (encoding: string) =>
    Buffer.from(await (await ask('/', { headers: { 'Accept-Encoding': encoding } })).arrayBuffer())
  const plain = await read('')
  expect(plain.toString()).toContain(LONG)
  const [gzip, br] = [await read('gzip'), await read('gzip, br')]
  expect(gunzipSync(gzip)).toEqual(plain)
  expect(brotliDecompressSync(br)).toEqual(plain)
  expect(Math.max(gzip.length, br.length)).toBeLessThan(plain.length / 4)
})

test('HEAD has the headers alone; anything that would write is refused', async () => {
  const head = await ask('/', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(Number(head.headers.get('Content-Length'))).toBeGreaterThan(LONG.length)
  expect((await ask('/', { method: 'POST' })).status).toBe(405)
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  [undefined, undefined],
  ['BR', 'br'],
])('Accept-Encoding %s takes %s', (accepted, expected) => {
  expect(chooseEncoding(accepted, ['br', 'gzip'])).toBe(expected)
})

/** Through a real socket: `Request` would tidy the path up before it is sent. */
async function listenRaw() {
  const listener = await listen('127.0.0.1', 0, [])
  const origin = `127.0.0.1:${listener.port}`
  const app = await buildApp({}, { origins: { primary: '', trusted: [], find: () => `http://${origin}` } })
  listener.serve((request) => app.ask(new URL(request.url).pathname, { headers: request.headers }))
  const send = (path: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port: listener.port, path }, (reply) => {
        let text = ''
        reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
        reply.on('end', () => {
          resolve({ status: reply.statusCode!, text })
        })
      })
        .on('error', reject)
        .end()
    })
  return { listener, send }
}
