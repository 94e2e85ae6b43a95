// What can go wrong on the way to every vendor, through the whole path: the same codes for all, as Lua catches them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { holdRefusingPort, type RefusingPort } from '../../server/egress/testing/refusing-port.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { type CallError } from '../../src/contract/errors.ts'
import { type VendorReply } from '../../src/contract/http.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { type FaultyReply } from '../../src/demo/faults.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { wireTables } from '../vendors/tables.ts'
import { type WireTable } from '../vendors/wire-case.ts'
import { catchError, readCaught } from './catch-error.ts'
import { connectTable } from './connect-table.ts'
import { openPath, type Path, type PathOptions } from './open-path.ts'

const catalog = loadCatalog()
const HOURS_MS = 3_600_000
/** Found by no resolver (RFC 6761, section 6.4). */
const NOWHERE = 'no-such-vendor.invalid:80'
const FINE: VendorReply = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }

let answer: VendorReply | FaultyReply
let vendor: Listener
let gone: RefusingPort
let path: Path
const usual = LIMITS.callMs

beforeAll(async () => {
  vendor = await listen(() => answer)
  gone = await holdRefusingPort()
  path = await openPath([vendor.host, gone.host, NOWHERE])
})
afterEach(() => {
  setCallMs(usual)
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await Promise.all([vendor.close(), gone.close()])
})

describe.each(wireTables.map((table) => [table.slug, table] as const))('%s', (slug, table) => {
  const read = findRead(table)
  let user: Caller
  beforeAll(async () => {
    user = await path.api.signUp(`transport-${slug}`)
    const places = {
      near: vendor.origin,
      gone: gone.url,
      tls: vendor.origin.replace('http:', 'https:'),
      nowhere: `http://${NOWHERE}`,
    }
    for (const [name, origin] of Object.entries(places)) {
      expect((await connectTable(user, table, origin, name)).status).toBe(200)
    }
  })

  async function callOn(account: string, options?: PathOptions): Promise<CallError> {
    return readCaught(await path.run(user, catchError(slug, read.function, read.arguments, account), options))
  }
  const about = { integration: slug, function: read.function }

  test('a vendor that does not answer in time', async () => {
    setCallMs(600)
    answer = { reply: FINE, delayMs: HOURS_MS, cut: false }
    const error = await callOn('near')
    expect(error).toMatchObject({ ...about, code: 'timeout', account: 'near', retryable: true })
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ did not answer within 0\.[1-6] seconds\.$/)
  })

  test('a host that refuses the connection', async () => {
    const message = `${gone.host} refused the connection.`
    expect(await callOn('gone')).toMatchObject({ ...about, code: 'connection_failed', message, retryable: true })
  })

  test('a vendor that is down, behind a proxy that is not', async () => {
    answer = { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '120' }, body: '<h1>503</h1>' }
    expect(await callOn('near')).toMatchObject({
      ...about,
      code: 'vendor_down',
      status: 503,
      retryAfter: 120,
      retryable: true,
    })
  })

  test('too many requests, with the time when to come back', async () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
    answer = { status: 429, headers: { date, 'retry-after': 'Wed, 21 Oct 2026 07:28:45 GMT' }, body: '' }
    const expected = { ...about, code: 'rate_limited', status: 429, retryAfter: 45, retryable: true }
    expect(await callOn('near')).toMatchObject(expected)
  })

  test('an answer that is too large', async () => {
    answer = { ...FINE, body: `"${'x'.repeat(LIMITS.replyBytes)}"` }
    const message = `${vendor.host} answered with more than 8 MiB.`
    expect(await callOn('near')).toMatchObject({ ...about, code: 'reply_too_large', message, retryable: false })
  })

  test('an answer that is no JSON', async () => {
    answer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Welcome</title>' }
    expect(await callOn('near')).toMatchObject({ ...about, code: 'reply_not_json', status: 200 })
  })

  test('half an answer', async () => {
    answer = { reply: { ...FINE, body: `"${'x'.repeat(1000)}"` }, delayMs: 0, cut: true }
    const error = await callOn('near')
    expect(error).toMatchObject({ ...about, code: 'connection_failed', retryable: true })
    expect(error.message).toMatch(/^The connection to 127\.0\.0\.1:\d+ broke/)
  })

  test('a host without TLS where TLS is expected', async () => {
    expect(await callOn('tls')).toMatchObject({ ...about, code: 'tls_failed', retryable: false })
  })

  test('a name that nobody has', async () => {
    const error = await callOn('nowhere')
    expect(error).toMatchObject({ ...about, code: 'dns_failed', retryable: false })
    expect(error.message).toContain('no-such-vendor.invalid')
  })

  test('an address inside the network: neither as a base URL nor by a redirect', async () => {
    const before = vendor.log.length
    const connected = await connectTable(user, table, 'http://127.0.0.1:9', 'inside')
    expect(connected.error).toMatchObject({ code: 'blocked_address' })
    expect(await callOn('inside')).toMatchObject({ ...about, code: 'no_account' })
    expect(vendor.log.length).toBe(before)
    answer = { status: 307, headers: { location: 'http://169.254.169.254/latest/meta-data' }, body: '' }
    const error = await callOn('near')
    expect(error).toMatchObject({ ...about, code: 'blocked_address', retryable: false })
    expect(error.message).not.toContain('169.254')
  })

  test('a run that is stopped: the connection to the vendor ends within a second', async () => {
    answer = { reply: FINE, delayMs: HOURS_MS, cut: false }
    const times: number[] = []
    // The best of three: other work on the machine must not count.
    for (let tries = 0; tries < 3; tries++) {
      const stop = new AbortController()
      const [before, abandoned] = [vendor.log.length, vendor.abandoned.length]
      const call = callOn('near', { signal: stop.signal })
      await expect.poll(() => vendor.log.length, { interval: 10 }).toBe(before + 1)
      const stopped = performance.now()
      stop.abort()
      expect(await call).toMatchObject({ ...about, code: 'cancelled', retryable: false })
      await expect.poll(() => vendor.abandoned.length, { interval: 10 }).toBe(abandoned + 1)
      times.push(vendor.abandoned.at(-1)! - stopped)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
  })

  test('an account that is not connected', async () => {
    const before = vendor.log.length
    const error = await callOn('nobody')
    expect(error).toMatchObject({ ...about, code: 'no_account', retryable: false })
    expect(error.message).toContain('no account named "nobody"')
    expect(error.hint).toContain('/accounts/')
    expect(vendor.log.length).toBe(before)
  })

  test('a page from before the reference changed', async () => {
    const before = vendor.log.length
    const error = await callOn('near', { version: 'f'.repeat(16) })
    expect(error).toMatchObject({ ...about, code: 'stale_page', retryable: false })
    expect(vendor.log.length).toBe(before)
  })
})

/** A call of the table that reads, makes requests and comes to a value. */
function findRead({ slug, cases }: WireTable) {
  const reads = catalog.integrations[slug]!.functions.filter(({ effect }) => effect === 'read')
  return cases.find(
    (wire) => wire.steps.length && 'value' in wire.outcome && reads.some(({ name }) => name === wire.function),
  )!
}

/** The tests share their process with the server, and so its limits. */
function setCallMs(ms: number): void {
  ;(LIMITS as { callMs: number }).callMs = ms
}
