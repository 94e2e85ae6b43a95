// Names that change their answer, and resolvers that lie: what is connected to is what was judged.
import { Socket } from 'node:net'
import { Agent, type buildConnector, request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CallFailure } from '../../src/contract/errors.ts'
import { guardConnector, guardLookup } from './connector.ts'
import { createEgress } from './create-egress.ts'
import { listen, type Listener } from './testing/listener.ts'
import { errorOf, lookupTable, sendTo } from './testing/send.ts'

let inside: Listener
beforeAll(async () => {
  inside = await listen()
})
afterAll(() => inside.close())

const ask = (lookup: ReturnType<typeof guardLookup>, name: string, all: boolean) =>
  new Promise((resolve, reject) =>
    lookup(name, { all }, (error, ...found) => (error ? reject(error) : resolve(all ? found[0] : found))),
  )

test('a lookup hands on public addresses as they came, in either form', async () => {
  const lookup = guardLookup(lookupTable({ 'a.test': ['93.184.216.34', '2606:4700:4700::1111'] }))
  expect(await ask(lookup, 'a.test', false)).toEqual(['93.184.216.34', 4])
  expect(await ask(lookup, 'a.test', true)).toEqual([
    { address: '93.184.216.34', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
  ])
})

test('a lookup fails when any address is not public, also when only the first was asked for', async () => {
  const lookup = guardLookup(lookupTable({ 'a.test': ['93.184.216.34', '127.0.0.1'], 'none.test': [] }))
  await expect(ask(lookup, 'a.test', false)).rejects.toBeInstanceOf(CallFailure)
  await expect(ask(lookup, 'a.test', true)).rejects.toBeInstanceOf(CallFailure)
  await expect(ask(lookup, 'none.test', true)).rejects.toMatchObject({ code: 'ENOTFOUND' })
  await expect(ask(lookup, 'gone.test', true)).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('a resolver that answers with one address only, whatever it was asked, is judged too', async () => {
  const lookup = guardLookup((_name, _options, callback) => callback(null, '127.0.0.1', 4))
  await expect(ask(lookup, 'a.test', true)).rejects.toBeInstanceOf(CallFailure)
})

test('a name is looked up once per connection: its next answer is never used for this one', async () => {
  const answers = [['93.184.216.34'], ['127.0.0.1']]
  let asked = 0
  const used: string[] = []
  const flipping = guardLookup((_name, _options, callback) =>
    callback(
      null,
      answers[asked++]!.map((address) => ({ address, family: 4 })),
    ),
  )
  // Stands for net.connect: it takes the lookup it is given, and notes where it would have gone.
  const connect: buildConnector.connector = ({ hostname }, callback) => {
    flipping(hostname, { all: true }, (error, found) => {
      if (error) return callback(error, null)
      used.push((found as { address: string }[])[0]!.address)
      callback(Object.assign(new Error('no network here'), { code: 'ENETUNREACH' }), null)
    })
  }
  const agent = new Agent({ connect: guardConnector(new Set(), { guarded: connect, free: connect }) })
  await expect(request('https://rebind.test/', { dispatcher: agent })).rejects.toMatchObject({ code: 'ENETUNREACH' })
  expect([asked, used]).toEqual([1, ['93.184.216.34']])
  await expect(request('https://rebind.test/', { dispatcher: agent })).rejects.toBeInstanceOf(CallFailure)
  expect(used).toEqual(['93.184.216.34'])
  await agent.destroy()
})

test('the peer of an open connection is judged before a byte goes out on it', async () => {
  // A connection that ends inside although name and lookup looked well: as through a proxy or a rewritten route.
  const sockets: Socket[] = []
  const astray: buildConnector.connector = (_options, callback) => {
    const socket = new Socket().connect(inside.port, '127.0.0.1', () => callback(null, socket))
    sockets.push(socket)
  }
  const agent = new Agent({ connect: guardConnector(new Set(), { guarded: astray, free: astray }) })
  await expect(request('http://looks-public.test/', { dispatcher: agent })).rejects.toMatchObject({
    error: { code: 'blocked_address' },
  })
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true])
  expect(inside.received).toEqual([])
  await agent.destroy()
})

test.each(['http://127.0.0.1/', 'http://[::1]/', 'https://169.254.169.254/', 'http://[::ffff:7f00:1]/'])(
  'an address in place of a name is judged before a connection is begun: %s',
  async (url) => {
    let begun = 0
    const connect: buildConnector.connector = (_options, callback) => {
      begun++
      callback(new Error('begun'), null)
    }
    const agent = new Agent({ connect: guardConnector(new Set(), { guarded: connect, free: connect }) })
    await expect(request(url, { dispatcher: agent })).rejects.toMatchObject({ error: { code: 'blocked_address' } })
    expect(begun).toBe(0)
    await agent.destroy()
  },
)

test('a private host is exempt by its exact host and port, not by its address', async () => {
  const names = lookupTable({ 'vendor.test': ['127.0.0.1'], 'other.test': ['127.0.0.1'] })
  const egress = createEgress({ privateHosts: [`vendor.test:${inside.port}`], lookup: names })
  expect((await sendTo(egress, `http://VENDOR.test:${inside.port}/a`)).body).toBe('fine')
  for (const host of [`other.test:${inside.port}`, `127.0.0.1:${inside.port}`, 'vendor.test', 'vendor.test:1']) {
    expect((await errorOf(sendTo(egress, `http://${host}/b`))).code).toBe('blocked_address')
    expect((await errorOf(sendTo(egress, `https://${host}/b`))).code).toBe('blocked_address')
  }
  expect(inside.received.map(({ url }) => url)).toEqual(['/a'])
  expect(egress.isPrivateHost(new URL(`https://vendor.test:${inside.port}/x`))).toBe(true)
  expect(egress.isPrivateHost(new URL('https://vendor.test/x'))).toBe(false)
  await egress.close()
})

test('a private host on a standard port is listed with that port', async () => {
  const egress = createEgress({ privateHosts: ['10.0.0.1:443', '[::1]:8080'] })
  expect(egress.isPrivateHost(new URL('https://10.0.0.1/'))).toBe(true)
  expect(egress.isPrivateHost(new URL('http://10.0.0.1/'))).toBe(false)
  expect(egress.isPrivateHost(new URL('http://[0::1]:8080/'))).toBe(true)
  await egress.close()
})
