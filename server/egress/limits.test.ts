// Size and time: bombs, endless and slow replies, too large requests, callers who leave.
import { type ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEgress } from './create-egress.ts'
import { type Egress } from './egress.ts'
import { listen, type Listener } from './testing/listener.ts'
import { errorOf, lookupTable, sendTo } from './testing/send.ts'

const MiB = 1024 * 1024
const zeros = Buffer.alloc(24 * MiB)
// Made before anything is asked for: that takes longer than an answer may.
const bombs = { gzip: gzipSync(zeros), br: brotliCompressSync(zeros) }
let closed = 0

const answers: Record<string, (response: ServerResponse) => void> = {
  '/gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":"ü"}')),
  '/x-gzip': (response) => response.writeHead(200, { 'content-encoding': ' GZIP ' }).end(gzipSync('{"a":"ü"}')),
  '/br': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('{"a":"ü"}')),
  '/empty-gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(),
  '/deflate': (response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('x')),
  '/twice': (response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
  '/damaged': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello').subarray(0, 18)),
  '/gzip-bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bombs.gzip),
  '/br-bomb': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end(bombs.br),
  '/at-limit': (response) => response.end(zeros.subarray(0, 8 * MiB)),
  '/over-limit': (response) => response.end(zeros.subarray(0, 8 * MiB + 1)),
  '/announced': (response) => response.writeHead(200, { 'content-length': 9 * MiB }).flushHeaders(),
  '/endless': (response) => {
    const timer = setInterval(() => response.write(zeros.subarray(0, 256 * 1024)), 1)
    response.on('close', () => clearInterval(timer))
  },
  '/drip': (response) => {
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => undefined,
  '/headers-only': (response) => response.writeHead(200).flushHeaders(),
  '/many-headers': (response) => response.writeHead(200, { 'x-long': 'x'.repeat(40 * 1024) }).end(),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': 100 }).write('half')
    setTimeout(() => response.destroy(), 20)
  },
  '/hang-up': (response) => response.destroy(),
  '/busy': (response) => response.writeHead(429, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end('slow down'),
}

let vendor: Listener
let egress: Egress
beforeAll(async () => {
  vendor = await listen((request, response) => {
    request.socket.once('close', () => closed++)
    answers[request.url!]!(response)
  })
  egress = createEgress({ privateHosts: [vendor.host, 'silent.test:80'], lookup: () => undefined })
})
afterAll(async () => {
  await vendor.close()
  await egress.close()
})

const get = (path: string, options = {}) => sendTo(egress, vendor.url + path, {}, options)

test.each(['/gzip', '/x-gzip', '/br'])('%s is read as text', async (path) => {
  expect(await get(path)).toMatchObject({ status: 200, body: '{"a":"ü"}' })
})

test('an empty body needs no decoding', async () => {
  expect((await get('/empty-gzip')).body).toBe('')
})

test('eight MiB arrive, one byte more does not', async () => {
  expect((await get('/at-limit')).body).toHaveLength(8 * MiB)
})

test.each([
  ['/over-limit', 'reply_too_large'],
  ['/announced', 'reply_too_large'],
  ['/gzip-bomb', 'reply_too_large'],
  ['/br-bomb', 'reply_too_large'],
  ['/endless', 'reply_too_large'],
  ['/many-headers', 'reply_too_large'],
  ['/deflate', 'vendor_error'],
  ['/twice', 'vendor_error'],
  ['/damaged', 'vendor_error'],
  ['/cut', 'connection_failed'],
  ['/hang-up', 'connection_failed'],
])('%s is %s', async (path, code) => {
  expect((await errorOf(get(path, { timeoutMs: 30_000 }))).code).toBe(code)
})

test.each(['/silent', '/headers-only', '/drip'])('%s ends at the deadline, at the vendor too', async (path) => {
  const before = closed
  const start = performance.now()
  const error = await errorOf(get(path, { timeoutMs: 900 }))
  expect(error).toMatchObject({ code: 'timeout', retryable: true })
  expect(error.message).toBe(`${vendor.host} did not answer within 0.9 seconds.`)
  // The vendor itself would never end it.
  expect(performance.now() - start).toBeLessThan(20_000)
  await expect.poll(() => closed).toBeGreaterThan(before)
})

test('a resolver that never answers ends at the deadline', async () => {
  expect((await errorOf(sendTo(egress, 'http://silent.test:80/', {}, { timeoutMs: 200 }))).code).toBe('timeout')
  expect((await errorOf(sendTo(egress, 'https://silent.test/', {}, { timeoutMs: 200 }))).code).toBe('timeout')
})

test.each(['/silent', '/headers-only', '/drip'])(
  'a caller who leaves during %s is seen by the vendor',
  async (path) => {
    const [before, asked] = [closed, vendor.received.length]
    const caller = new AbortController()
    const left = errorOf(get(path, { signal: caller.signal }))
    await expect.poll(() => vendor.received.length).toBe(asked + 1)
    caller.abort()
    expect((await left).code).toBe('cancelled')
    await expect.poll(() => closed).toBeGreaterThan(before)
  },
)

test('a caller who left before is not served', async () => {
  const before = vendor.received.length
  expect((await errorOf(get('/gzip', { signal: AbortSignal.abort() }))).code).toBe('cancelled')
  expect(vendor.received.length).toBe(before)
})

test('a request of 256 KiB goes out, a larger one does not', async () => {
  const before = vendor.received.length
  const post = (bytes: number) => sendTo(egress, `${vendor.url}/gzip`, { method: 'POST', body: 'x'.repeat(bytes) })
  await post(255 * 1024)
  expect(vendor.received.at(-1)?.body).toHaveLength(255 * 1024)
  expect((await errorOf(post(256 * 1024))).code).toBe('request_too_large')
  expect((await errorOf(sendTo(egress, `${vendor.url}/${'x'.repeat(256 * 1024)}`))).code).toBe('request_too_large')
  expect((await errorOf(sendTo(egress, vendor.url, { headers: { a: 'ü'.repeat(128 * 1024) } }))).code).toBe(
    'request_too_large',
  )
  expect(vendor.received.length).toBe(before + 1)
})

test('Retry-After comes through, under a lower-case name', async () => {
  const reply = await get('/busy')
  expect(reply).toMatchObject({
    status: 429,
    body: 'slow down',
    headers: { 'retry-after': '7', 'set-cookie': 'a=1, b=2' },
  })
})

test('more calls than connections to one origin wait their turn', async () => {
  const fresh = await listen((_request, response) => void setTimeout(() => response.end('fine'), 30))
  const narrow = createEgress({ privateHosts: [fresh.host], lookup: lookupTable({}) })
  const replies = await Promise.all(Array.from({ length: 50 }, () => sendTo(narrow, fresh.url)))
  expect(replies.every(({ body }) => body === 'fine')).toBe(true)
  expect(fresh.connections()).toBe(16)
  await Promise.all([narrow.close(), fresh.close()])
})

test('closing waits for calls under way, and not for connections that nobody waits for', async () => {
  const fresh = await listen((_request, response) => void setTimeout(() => response.end('fine'), 100))
  const closing = createEgress({ privateHosts: [fresh.host], lookup: () => undefined })
  await errorOf(sendTo(closing, 'https://silent.test/', {}, { timeoutMs: 10 }))
  const reply = sendTo(closing, fresh.url)
  const start = performance.now()
  await closing.close()
  expect((await reply).body).toBe('fine')
  expect(performance.now() - start).toBeLessThan(3000)
  await fresh.close()
})
