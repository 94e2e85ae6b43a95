// What goes out, and what each kind of failure is called.
import { createServer } from 'node:net'
import { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEgress } from './create-egress.ts'
import { type Egress } from './egress.ts'
import { listen, type Listener } from './testing/listener.ts'
import { holdRefusingPort, type RefusingPort } from './testing/refusing-port.ts'
import { errorOf, lookupTable, sendTo } from './testing/send.ts'

let vendor: Listener
let egress: Egress
let refusing: RefusingPort
const rude = createServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n'))

beforeAll(async () => {
  vendor = await listen()
  refusing = await holdRefusingPort()
  await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
  const ports = [refusing.port, (rude.address() as AddressInfo).port]
  egress = createEgress({
    privateHosts: [vendor.host, `gone.test:${vendor.port}`, ...ports.map((port) => `127.0.0.1:${port}`)],
    lookup: lookupTable({}),
  })
})
afterAll(async () => {
  await Promise.all([egress.close(), vendor.close(), refusing.close()])
  rude.close()
})

const reveal = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { reveal: () => value }]))

test('a request goes out as it was planned, with headers of ours', async () => {
  await sendTo(egress, `${vendor.url}/a%2Fb?x=1&x=%20#no`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', Accept: 'text/plain' },
    body: '{"ü":1}',
  })
  expect(vendor.received.at(-1)).toMatchObject({ method: 'PATCH', url: '/a%2Fb?x=1&x=%20', body: '{"ü":1}' })
  expect(vendor.received.at(-1)?.headers).toEqual({
    accept: 'text/plain',
    'accept-encoding': 'gzip, br',
    connection: 'keep-alive',
    'content-length': '8',
    'content-type': 'application/json',
    host: vendor.host,
    'user-agent': 'kosmokrator-lua',
  })
})

test('a reply without a date is of the time at which it came', async () => {
  const undated = createServer((socket) =>
    socket.on('error', () => undefined).end('HTTP/1.1 429 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
  )
  await new Promise<void>((resolve) => undated.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${String((undated.address() as AddressInfo).port)}`
  const own = createEgress({ privateHosts: [host], lookup: lookupTable({}) })
  const before = Math.floor(Date.now() / 1000) * 1000
  const { headers } = await sendTo(own, `http://${host}/`)
  expect(Date.parse(headers['date'] ?? '')).toBeGreaterThanOrEqual(before)
  expect(Date.parse(headers['date'] ?? '')).toBeLessThanOrEqual(Date.now())
  await own.close()
  undated.close()
})

test('bearer, with and without a prefix of the vendor', async () => {
  const credentials = reveal({ token: 'AX lm=/+~' })
  await sendTo(egress, vendor.url, { auth: { kind: 'bearer', field: 'token' } }, { credentials })
  expect(vendor.received.at(-1)?.headers.authorization).toBe('Bearer AX lm=/+~')
  await sendTo(egress, vendor.url, { auth: { kind: 'bearer', field: 'token', prefix: 'Convex' } }, { credentials })
  expect(vendor.received.at(-1)?.headers.authorization).toBe('Convex AX lm=/+~')
})

test('basic, in UTF-8', async () => {
  const auth = { kind: 'basic', username: 'email', password: 'api_key' } as const
  await sendTo(egress, vendor.url, { auth }, { credentials: reveal({ email: 'jö@example.com', api_key: 'k:1' }) })
  expect(vendor.received.at(-1)?.headers.authorization).toBe('Basic asO2QGV4YW1wbGUuY29tOms6MQ==')
})

test.each([['key\r\nX-Evil: 1'], ['key\nnext'], ['key\0'], ['key\u007f'], ['kéy'], ['k€y'], ['key\u2028'], ['']])(
  'a token that cannot be sent is refused by the name of its field: %j',
  async (value) => {
    const before = vendor.received.length
    const send = sendTo(
      egress,
      vendor.url,
      { auth: { kind: 'bearer', field: 'token' } },
      { credentials: reveal({ token: value }) },
    )
    const error = await errorOf(send)
    expect(error.code).toBe('missing_credentials')
    expect(error.message).toContain('The field token of the account ')
    if (value) expect(JSON.stringify(error)).not.toContain(JSON.stringify(value).slice(1, -1))
    expect(vendor.received.length).toBe(before)
  },
)

test.each([
  [{ email: 'a:b', api_key: 'k' }, 'email'],
  [{ email: 'a\r\nb', api_key: 'k' }, 'email'],
  [{ email: 'a', api_key: 'k\n' }, 'api_key'],
  [{ email: 'a' }, 'api_key'],
])('a pair that cannot be sent is refused: %j', async (fields, named) => {
  const auth = { kind: 'basic', username: 'email', password: 'api_key' } as const
  const error = await errorOf(
    sendTo(egress, vendor.url, { auth }, { credentials: reveal(fields as Record<string, string>) }),
  )
  expect(error).toMatchObject({ code: 'missing_credentials' })
  expect(error.message).toContain(`The field ${named} `)
})

test.each(['Host', 'Authorization', 'cookie', 'Content-Length', 'Transfer-Encoding', 'Proxy-Authorization', 'expect'])(
  'a definition may not set %s',
  async (name) => {
    const before = vendor.received.length
    expect((await errorOf(sendTo(egress, vendor.url, { headers: { [name]: '1' } }))).code).toBe('internal')
    expect(vendor.received.length).toBe(before)
  },
)

test.each([{ 'x-a': '1\r\nx-b: 2' }, { 'x-a': '\0' }, { 'x a': '1' }, { 'x-a\r\n': '1' }, { 'x-a': '€' }])(
  'a header that would break the request is refused: %j',
  async (headers) => {
    const before = vendor.received.length
    expect((await errorOf(sendTo(egress, vendor.url, { headers }))).code).toBe('invalid_argument')
    expect(vendor.received.length).toBe(before)
  },
)

test('failures have the code of their kind', async () => {
  const codeOf = async (url: string) => (await errorOf(sendTo(egress, url, {}, { timeoutMs: 30_000 }))).code
  expect(await codeOf('https://nowhere.test/')).toBe('dns_failed')
  expect(await codeOf(`http://gone.test:${vendor.port}/`)).toBe('dns_failed')
  expect(await codeOf(`${refusing.url}/`)).toBe('connection_failed')
  expect(await codeOf(`https://${vendor.host}/`)).toBe('tls_failed')
  expect(await codeOf(`http://127.0.0.1:${(rude.address() as AddressInfo).port}/`)).toBe('connection_failed')
})

test.each([
  'ftp://vendor.test/',
  'file:///etc/passwd',
  'data:,x',
  'ws://vendor.test/',
  'blob:https://a/b',
  'http://vendor.test/',
  'https://vendor.test:8443/',
  'https://vendor.test:22/',
  'https://user:pw@vendor.test/',
  'https://user@vendor.test/',
  'https://@127.0.0.1/',
  'not a url',
  '',
  '//vendor.test/',
])('%j is refused before any name is looked up', async (url) => {
  const lookup = lookupTable({ 'vendor.test': ['93.184.216.34'] })
  const fresh = createEgress({ privateHosts: [], lookup })
  const error = await errorOf(sendTo(fresh, url))
  expect(error.code).toBe('blocked_address')
  expect(lookup.asked).toEqual([])
  expect(JSON.stringify(error)).not.toContain('pw')
  await fresh.close()
})

test('no message of a failed connection names an address of this network', async () => {
  const names = lookupTable({ 'vendor.test': ['127.0.0.1'] })
  const fresh = createEgress({ privateHosts: [`vendor.test:${refusing.port}`], lookup: names })
  const error = await errorOf(sendTo(fresh, `http://vendor.test:${refusing.port}/`))
  expect(error).toMatchObject({
    code: 'connection_failed',
    message: `vendor.test:${refusing.port} refused the connection.`,
  })
  await fresh.close()
})
