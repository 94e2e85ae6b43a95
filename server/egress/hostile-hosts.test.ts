// Hostile hosts, in every spelling that leads inside: each is refused for its address, and nothing inside is touched.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEgress } from './create-egress.ts'
import { type Egress } from './egress.ts'
import { listen, type Listener } from './testing/listener.ts'
import { errorOf, lookupTable, sendTo } from './testing/send.ts'

let inside: Listener
let inside6: Listener | null
let egress: Egress

const hidden = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'metadata.google.internal': ['169.254.169.254'],
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'compatible.test': ['::127.0.0.1'],
  'nat64.test': ['64:ff9b::7f00:1'],
  'sixtofour.test': ['2002:7f00:1::1'],
  'teredo.test': ['2001:0:7f00:1::'],
  'mixed.test': ['93.184.216.34', '127.0.0.1'],
  'mixed-last.test': ['93.184.216.34', '2606:4700:4700::1111', '10.0.0.1'],
  'private.test': ['192.168.1.1'],
  'shared.test': ['100.100.100.200'],
  'unspecified.test': ['0.0.0.0'],
  'scoped.test': ['fe80::1%eth0'],
  'odd.test': ['not an address'],
  'xn--nxasmq6b.test': ['10.1.2.3'],
}

beforeAll(async () => {
  inside = await listen(undefined, '0.0.0.0')
  inside6 = await listen(undefined, '::1').catch(() => null)
  egress = createEgress({ privateHosts: [], lookup: lookupTable(hidden) })
})

afterAll(async () => {
  await Promise.all([egress.close(), inside.close(), inside6?.close()])
})

const literals = [
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0X7F.0.0.1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '127.1',
  '127.0.1',
  '0x7f.1',
  '127.0.0.1.',
  '１２７.0.0.1',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '0',
  '0.0.0.0',
  '0x0',
  '10.0.0.1',
  '012.0.0.1',
  '167772161',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '169.254.43518',
  '172.16.3.4',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.0.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::FFFF:7F00:1]',
  '[::ffff:0:127.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::1]',
  '[100::1]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[3fff::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
]
const names = [...Object.keys(hidden), 'LOCALHOST', 'Loopback.Test']

test.each([...literals, ...names])('https://%s is refused, on 443 and on the port of the listener', async (host) => {
  for (const authority of [host, `${host}:${inside.port}`]) {
    const error = await errorOf(sendTo(egress, `https://${authority}/secret`, {}, { timeoutMs: 5000 }))
    expect(error.code).toBe('blocked_address')
  }
})

test.each([...literals, ...names])('http://%s is refused', async (host) => {
  for (const port of [80, inside.port, inside6?.port ?? 81]) {
    const error = await errorOf(sendTo(egress, `http://${host}:${port}/secret`, {}, { timeoutMs: 5000 }))
    expect(error.code).toBe('blocked_address')
  }
})

test('the reason is the address, not the port or the scheme', async () => {
  for (const host of [...literals, ...names]) {
    const { message } = await errorOf(sendTo(egress, `https://${host}/`))
    expect(message, host).toMatch(/ does not lead to a public address\.$/)
  }
})

test('a refusal of a name does not tell which address it has', async () => {
  const error = await errorOf(sendTo(egress, 'https://private.test/'))
  expect(JSON.stringify(error)).not.toContain('192.168')
})

test('the table is as long as it should be, and nothing inside was ever connected to', () => {
  expect(new Set([...literals, ...names]).size).toBeGreaterThan(75)
  expect([inside.connections(), inside6?.connections() ?? 0]).toEqual([0, 0])
})

test('the listener does count: the same request, allowed by its exact host and port, arrives', async () => {
  const allowed = createEgress({ privateHosts: [`127.0.0.1:${inside.port}`] })
  const reply = await sendTo(allowed, `http://127.0.0.1:${inside.port}/open`)
  expect(reply.body).toBe('fine')
  expect(inside.connections()).toBe(1)
  await allowed.close()
})
