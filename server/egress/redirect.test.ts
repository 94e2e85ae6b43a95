// Redirects: followed for GET within one site, refused elsewhere, and never a way in.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createEgress } from './create-egress.ts'
import { type Egress } from './egress.ts'
import { listen, type Listener } from './testing/listener.ts'
import { errorOf, lookupTable, sendTo } from './testing/send.ts'

let vendor: Listener
let second: Listener
let inside: Listener
let egress: Egress
let location = ''
let status = 302

beforeAll(async () => {
  vendor = await listen((_request, response, { url }) => {
    if (url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (url === '/start') response.writeHead(status, location ? { location } : {}).end('moved')
    else response.end('arrived')
  })
  second = await listen()
  inside = await listen()
  egress = createEgress({
    privateHosts: [vendor.host, second.host],
    lookup: lookupTable({ 'inside.test': ['127.0.0.1'], 'mixed.test': ['1.1.1.1', '10.0.0.1'] }),
  })
})
afterAll(() => Promise.all([egress.close(), vendor.close(), second.close(), inside.close()]))
afterEach(() => {
  expect(inside.connections()).toBe(0)
  status = 302
  for (const listener of [vendor, second]) listener.received.length = 0
})

const credentials = { key: { reveal: () => 'sk_live_1' } }
const signed = { auth: { kind: 'bearer', field: 'key' }, headers: { 'X-Api-Key': 'k', Cookies: 'c' } } as const

test.each([301, 302, 303, 307, 308])(
  '%i of a GET is followed on the same origin, credentials with it',
  async (code) => {
    status = code
    location = '/end?q=1'
    const reply = await sendTo(egress, `${vendor.url}/start`, signed, { credentials })
    expect(reply.body).toBe('arrived')
    expect(vendor.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/start', 'Bearer sk_live_1'],
      ['/end?q=1', 'Bearer sk_live_1'],
    ])
  },
)

test('to another site a GET goes only where the caller says so, and no credential goes along', async () => {
  location = `${second.url}/there`
  const refused = await errorOf(sendTo(egress, `${vendor.url}/start`, signed, { credentials }))
  expect(refused).toMatchObject({ code: 'vendor_error', status: 302 })
  expect(second.received).toEqual([])

  const mayRedirectTo = (url: URL) => url.host === second.host
  const reply = await sendTo(egress, `${vendor.url}/start`, signed, { credentials, mayRedirectTo })
  expect(reply.body).toBe('fine')
  expect(Object.keys(second.received[0]!.headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('a %s is not sent a second time', async (method) => {
  location = '/end'
  for (status of [301, 302, 303, 307, 308]) {
    const error = await errorOf(sendTo(egress, `${vendor.url}/start`, { method, body: '{}' }))
    expect(error).toMatchObject({ code: 'vendor_error', status })
  }
  expect(vendor.received.map(({ url }) => url)).toEqual(Array(5).fill('/start'))
})

test('a circle ends', async () => {
  expect(await errorOf(sendTo(egress, `${vendor.url}/loop`))).toMatchObject({ code: 'vendor_error', status: 302 })
  expect(vendor.received).toHaveLength(4)
})

test('a redirect status without a location is an ordinary reply', async () => {
  location = ''
  expect(await sendTo(egress, `${vendor.url}/start`)).toMatchObject({ status: 302, body: 'moved' })
  status = 304
  location = '/end'
  expect(await sendTo(egress, `${vendor.url}/start`)).toMatchObject({ status: 304 })
})

test.each([
  ...['169.254.169.254', '127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '１２７.0.0.1', '10.0.0.1', '0'],
  ...['[::1]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '[fd00:ec2::254]', 'inside.test', 'mixed.test'],
])('a redirect to %s is refused, whatever the caller allows', async (host) => {
  for (const target of [`https://${host}/`, `http://${host}:${inside.port}/`, `//${host}:${inside.port}/`]) {
    location = new URL(target, 'http://x').href
    for (const method of ['GET', 'POST'] as const) {
      const send = sendTo(egress, `${vendor.url}/start`, { method }, { mayRedirectTo: () => true })
      const error = await errorOf(send)
      // A name is judged when it is connected to, which a POST never is.
      const never = method === 'POST' && target.startsWith('https') && host.endsWith('.test')
      expect(error.code).toBe(never ? 'vendor_error' : 'blocked_address')
      expect(JSON.stringify(error).replaceAll(vendor.host, '')).not.toMatch(/169\.254|127\.0|10\.0|::1|fd00/)
    }
  }
})

test.each([
  'file:///etc/passwd',
  'ftp://vendor.test/',
  'data:text/plain,x',
  'javascript:1',
  'https://u:p@vendor.test/',
])('a redirect to %s is refused', async (target) => {
  location = target
  const error = await errorOf(sendTo(egress, `${vendor.url}/start`, {}, { mayRedirectTo: () => true }))
  expect(error.code).toBe('blocked_address')
})

test('a redirect that is no URL is refused', async () => {
  location = 'https://['
  expect((await errorOf(sendTo(egress, `${vendor.url}/start`))).code).toBe('vendor_error')
})
