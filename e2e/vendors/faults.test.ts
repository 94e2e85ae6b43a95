// Every demo vendor when it fails: too many requests, broken, slow, cut off. Seen from Lua through the whole path.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { catchError, readCaught } from '../wire/catch-error.ts'
import { openPath, type Path } from '../wire/open-path.ts'
import { type MountedVendor, mountVendor } from './mount.ts'

/** A write of one request, and a look at what it changes; arguments as JSON text. */
interface Trial {
  write: [fn: string, json: string]
  look: [fn: string, json: string]
}

const trials: Record<string, Trial> = {
  clerk: { write: ['create_user', '{"email_address":["fault@example.com"]}'], look: ['count_users', '{}'] },
  cloudconvert: {
    write: ['create_task', '{"operation":"import/url","payload":{"url":"https://example.com/a.pdf"}}'],
    look: ['list_tasks', '{"per_page":1}'],
  },
  convex: {
    write: ['create_document', '{"table":"users","fields":{"name":"Fault"}}'],
    look: ['query_documents', '{"table":"users","limit":1}'],
  },
  render: {
    write: [
      'create_service',
      '{"type":"static_site","name":"fault","repo":"https://github.com/acme/site","owner_id":"tea-ctq4m91u0jms73dcb2vg"}',
    ],
    look: ['list_services', '{"limit":100}'],
  },
  upstash: { write: ['set_key', '{"key":"fault","value":"x"}'], look: ['get_key', '{"key":"fault"}'] },
}

const slugs = Object.keys(demoVendors)
const mounted: Record<string, MountedVendor> = {}
let path: Path

beforeAll(async () => {
  for (const slug of slugs) mounted[slug] = await mountVendor(await demoVendors[slug]!())
  path = await openPath(Object.values(mounted).flatMap(({ hosts }) => hosts))
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await Promise.all(Object.values(mounted).map((vendor) => vendor.close()))
})

test('every integration has a demo vendor, and a trial here', () => {
  expect(slugs.sort()).toEqual(Object.keys(loadCatalog().integrations).sort())
  expect(Object.keys(trials).sort()).toEqual(slugs)
})

describe.each(Object.entries(trials))('%s', (slug, { write, look }) => {
  let user: Caller
  let vendor: MountedVendor
  beforeAll(async () => {
    vendor = mounted[slug]!
    user = await path.api.signUp(`faults-${slug}`)
    const fields = { ...vendor.secrets, ...vendor.settings }
    const connected = await user.ask('accounts.connect', { integration: slug, name: 'demo_vendor', fields })
    expect(connected.status).toBe(200)
  })
  afterEach(() => {
    vendor.reset()
  })

  const source = ([fn, json]: Trial['write']) => `app.integrations["${slug}"].${fn}(json.decode([==[${json}]==]))`
  /** The result of a call that goes well, as JSON text. */
  const ask = async (call: Trial['write']): Promise<string> => {
    const { result } = await path.run(user, `return ${source(call)}`)
    if (!result.ok) throw new Error(result.problem.message)
    return result.values[0]!.json!
  }
  const fail = async ([fn, json]: Trial['write']) => readCaught(await path.run(user, catchError(slug, fn, json)))

  test('without a fault, the write is seen by the look', async () => {
    const before = await ask(look)
    await ask(write)
    expect(await ask(look)).not.toBe(before)
  })

  test.each([
    ['rate_limited', 'rate_limited', 429],
    ['broken', 'vendor_down', 500],
  ] as const)('%s: the error %s, one request, and nothing is changed', async (kind, code, status) => {
    const before = await ask(look)
    const refusal = (await demoVendors[slug]!()).refuse(status)
    for (const call of [write, look]) {
      vendor.tell({ kind })
      vendor.log.length = 0
      const error = await fail(call)
      expect(error).toMatchObject({ code, status, retryable: true, integration: slug, function: call[0] })
      // In the vendor's own words, with its own time to wait.
      expect(error.message.length).toBeGreaterThan(10)
      const wait = refusal.headers['retry-after']
      expect(error.retryAfter).toBe(wait === undefined ? undefined : Number(wait))
      expect(vendor.log).toHaveLength(1)
    }
    vendor.tell(null)
    expect(await ask(look)).toBe(before)
  })

  test('too many requests come with a time to wait', async () => {
    expect(Number((await demoVendors[slug]!()).refuse(429).headers['retry-after'])).toBeGreaterThan(0)
  })

  test('slow: the answer comes late, and is right', async () => {
    const before = await ask(look)
    vendor.tell({ kind: 'slow', ms: 400 })
    const start = performance.now()
    await ask(write)
    expect(performance.now() - start).toBeGreaterThanOrEqual(400)
    vendor.tell(null)
    expect(await ask(look)).not.toBe(before)
  })

  test('half a body: the connection broke, the call is not made again, and what was done is done', async () => {
    const before = await ask(look)
    vendor.tell({ kind: 'half' })
    vendor.log.length = 0
    expect(await fail(look)).toMatchObject({ code: 'connection_failed', integration: slug, function: look[0] })
    expect(await fail(write)).toMatchObject({ code: 'connection_failed', integration: slug, function: write[0] })
    expect(vendor.log).toHaveLength(2)
    vendor.tell(null)
    expect(await ask(look)).not.toBe(before)
  })
})
