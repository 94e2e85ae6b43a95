// Every function from its Lua call to the vendor's socket and back, through the real runtime, router, vault and egress.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type VendorReply } from '../../src/contract/http.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { sortOutcome } from '../vendors/run-wire.ts'
import { wireCases, wireCredentials, type WireCase } from '../vendors/upstash-wire.ts'
import { type LiveRun, openPath, type Path } from './open-path.ts'

let reply: VendorReply
let vendor: Listener
let path: Path
let user: Caller

beforeAll(async () => {
  vendor = await listen(() => reply)
  path = await openPath([vendor.host])
  user = await path.api.signUp('wire')
  const fields = { ...wireCredentials, redis_url: vendor.origin, platform_url: `${vendor.origin}/v2` }
  const connected = await user.ask('accounts.connect', { integration: 'upstash', name: 'wire', fields })
  expect(connected.text).not.toContain(wireCredentials.rest_token)
  expect(connected.status).toBe(200)
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await vendor.close()
})
beforeEach(() => void (vendor.log.length = 0))

test('every function of the definition is called', () => {
  const names = loadCatalog().integrations['upstash']!.functions.map(({ name }) => name)
  expect(new Set(wireCases.map((wire) => wire.function))).toEqual(new Set(names))
})

test.each(wireCases.map((wire) => [`${wire.function}, ${wire.name}`, wire] as const))('%s', async (_name, wire) => {
  reply = { headers: { 'content-type': 'application/json' }, ...wire.reply }
  const run = await path.run(user, wire.lua)
  expect(vendor.log).toHaveLength(1)
  expect(sortOutcome({ expected: readRequest(wire), outcome: readOutcome(run) })).toEqual(sortOutcome(wire))
})

function readRequest({ server }: WireCase): WireCase['expected'] {
  const { method, url, headers, body } = vendor.log[0]!
  const prefix = server === 'management' ? '/v2' : ''
  expect(url.startsWith(`${prefix}/`)).toBe(true)
  const authorization = headers['authorization'] ?? ''
  return { method, path: url.slice(prefix.length), authorization, body: body || null }
}

function readOutcome({ result }: LiveRun): WireCase['outcome'] {
  if (result.ok) return { value: result.values[0]?.json ?? 'null' }
  const { error } = result.problem
  return { code: error?.code ?? result.problem.kind, message: error?.message ?? result.problem.message }
}
