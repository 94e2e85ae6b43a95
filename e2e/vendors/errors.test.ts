// Every vendor's real error replies become the errors that the pages promise: in the code alone, and as Lua catches them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { CallFailure, type CallError, type ErrorCode } from '../../src/contract/errors.ts'
import { type VendorReply } from '../../src/contract/http.ts'
import { checkArguments } from '../../src/vendor/arguments.ts'
import { planCall } from '../../src/vendor/plan.ts'
import { catchError, readCaught } from '../wire/catch-error.ts'
import { connectTable } from '../wire/connect-table.ts'
import { openPath, type Path } from '../wire/open-path.ts'
import { type ErrorCase } from './error-case.ts'
import { listen, type Listener } from './listen.ts'
import { errorTables, wireTables } from './tables.ts'

const catalog = loadCatalog()
let reply: VendorReply
let vendor: Listener
let path: Path

beforeAll(async () => {
  vendor = await listen(() => reply)
  path = await openPath([vendor.host])
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await vendor.close()
})

/** What every vendor can say. The failures on the way to it are those of all alike: e2e/wire/transport.test.ts. */
const CLASSES: ErrorCode[] = [
  'refused_key',
  'forbidden',
  'not_found',
  'conflict',
  'invalid_argument',
  'rate_limited',
  'vendor_down',
]

/** Why a vendor has no reply of a class. */
const WITHOUT: Record<string, Partial<Record<ErrorCode, string>>> = {
  cloudconvert: { conflict: 'it describes none; a task that is done refuses a change with INVALID_DATA' },
  upstash: {
    conflict: 'a command overwrites what another one wrote',
    invalid_argument: 'Redis says every refusal with status 400, whatever the reason: `vendor_error` with its text',
  },
}

/** Vendors that say what is wrong with single fields. */
const FIELDS = ['clerk', 'cloudconvert']

test('every integration has each class of error in its table, or a reason why not', () => {
  expect(errorTables.map(([slug]) => slug).sort()).toEqual(Object.keys(catalog.integrations).sort())
  for (const [slug, cases] of errorTables) {
    const codes = cases.map(({ code }) => code)
    const missing = CLASSES.filter((code) => !codes.includes(code))
    expect(missing, slug).toEqual(Object.keys(WITHOUT[slug] ?? {}))
    expect(
      cases.some(({ code, expected }) => code === 'rate_limited' && expected.retryAfter !== undefined),
      slug,
    ).toBe(true)
    expect(
      cases.some(({ expected }) => expected.fields !== undefined),
      slug,
    ).toBe(FIELDS.includes(slug))
  }
})

describe.each(errorTables)('%s', (slug, cases) => {
  const table = wireTables.find((candidate) => candidate.slug === slug)!
  const named = cases.map((wrong) => [`${wrong.code}, ${wrong.name}`, wrong] as const)
  let user: Caller
  beforeAll(async () => {
    user = await path.api.signUp(`errors-${slug}`)
    expect((await connectTable(user, table, vendor.origin)).status).toBe(200)
  })

  test.each(named)('%s, in the code alone', (_name, wrong) => {
    expect(planError(slug, wrong)).toMatchObject({ code: wrong.code, ...wrong.expected })
  })

  test.each(named)('%s, as Lua catches it', async (_name, wrong) => {
    reply = wrong.reply
    const caught = readCaught(await path.run(user, catchError(slug, wrong.function, wrong.arguments)))
    const call = { integration: slug, function: wrong.function, account: 'wire' }
    expect(caught).toMatchObject({ code: wrong.code, ...call, ...wrong.expected })
    // What the page says of the error is what the code alone came to: nothing is lost or made up on the way.
    expect(caught).toEqual({ ...planError(slug, wrong), ...call })
  })
})

/** The error of a call whose first request gets this reply. */
function planError(slug: string, { function: name, arguments: text, reply: answer }: ErrorCase): CallError {
  const definition = catalog.integrations[slug]!
  const fn = definition.functions.find((candidate) => candidate.name === name)!
  const { settings } = wireTables.find((candidate) => candidate.slug === slug)!
  const plan = planCall(definition, fn, checkArguments(fn, text), settings)
  expect(plan.next().done).toBe(false)
  try {
    plan.next(answer)
  } catch (error) {
    if (error instanceof CallFailure) return error.error
    throw error
  }
  throw new Error('the reply was taken for a success')
}
