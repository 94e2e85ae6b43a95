// Every function from its Lua call to the vendor's socket and back, through the real runtime, router, vault and egress.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { type VendorReply } from '../../src/contract/http.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { expectedResult, sortResult, type WireRequest } from '../vendors/run-wire.ts'
import { wireTables } from '../vendors/tables.ts'
import { type WireCase, type WireTable } from '../vendors/wire-case.ts'
import { connectTable, pathOf } from './connect-table.ts'
import { type LiveRun, openPath, type Path } from './open-path.ts'

let replies: VendorReply[]
let vendor: Listener
let path: Path

beforeAll(async () => {
  vendor = await listen(() => replies.shift() ?? { status: 500, headers: {}, body: 'a request too many' })
  path = await openPath([vendor.host])
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await vendor.close()
})
beforeEach(() => void (vendor.log.length = 0))

describe.each(wireTables.map((table) => [table.slug, table] as const))('%s', (slug, table) => {
  let user: Caller
  beforeAll(async () => {
    user = await path.api.signUp(`wire-${slug}`)
    expect((await connectTable(user, table, vendor.origin)).status).toBe(200)
  })

  test.each(table.cases.map((wire) => [`${wire.function}, ${wire.name}`, wire] as const))('%s', async (_name, wire) => {
    replies = wire.steps.map(({ reply }) => ({ headers: { 'content-type': 'application/json' }, ...reply }))
    const run = await path.run(user, `return app.integrations["${slug}"].${wire.function}${wire.lua}`)
    const requests = vendor.log.map((line) => readRequest(table, line))
    expect(sortResult({ requests, outcome: readOutcome(run) })).toEqual(expectedResult(table, wire))
  })
})

/** Headers of the connection and of whoever makes it, and the one that is compared by itself. */
const CONNECTION = [
  'host',
  'connection',
  'content-length',
  'authorization',
  'accept-encoding',
  'user-agent',
  'accept-language',
  'sec-fetch-mode',
]

/** A request as it arrived, its path below the longest base path that it begins with. */
function readRequest({ settings }: WireTable, { method, url, headers, body }: Listener['log'][number]): WireRequest {
  const prefix = Object.values(settings)
    .map(pathOf)
    .filter((base) => url.startsWith(`${base}/`))
    .sort((a, b) => b.length - a.length)[0]
  const authorization = headers['authorization'] ?? ''
  const told = Object.entries(headers).filter(([name]) => !CONNECTION.includes(name))
  return {
    method,
    path: url.slice((prefix ?? '').length),
    authorization,
    headers: Object.fromEntries(told),
    body: body || null,
  }
}

function readOutcome({ result }: LiveRun): WireCase['outcome'] {
  if (result.ok) return { value: result.values[0]?.json ?? 'null' }
  const { error } = result.problem
  return { code: error?.code ?? result.problem.kind, message: error?.message ?? result.problem.message }
}
