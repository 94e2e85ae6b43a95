// Secrets planted in every credential field, a vendor that repeats them: not one byte may come back or be written down.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { openPath, type Path } from '../wire/open-path.ts'
import { answerWithEchoes, type Mood } from './echo-vendor.ts'
import { findCanary } from './scan.ts'

const canaries = {
  rest_token: 'canary-REST-7Qd2/+xV=9',
  email: 'canary.owner.41c9@example.com',
  api_key: 'canary~KEY\\8h&<zP0',
}

let mood: Mood = 'answer'
let vendor: Listener
let path: Path
let user: Caller
/** Everything that came over HTTP from our server, and everything written by this process. */
const seen: string[] = []

beforeAll(async () => {
  vi.stubGlobal('fetch', recordReplies(globalThis.fetch))
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation((...args: unknown[]) => {
      seen.push(String(args[0]))
      return (write as (...rest: unknown[]) => boolean)(...args)
    })
  }
  vendor = await listen((line) => answerWithEchoes(line, mood))
  path = await openPath([vendor.host])
  user = await path.api.signUp('canary')
  const fields = { ...canaries, redis_url: vendor.origin, platform_url: `${vendor.origin}/v2` }
  const connected = await user.ask('accounts.connect', { integration: 'upstash', name: 'main', fields })
  expect(connected.status).toBe(200)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  await path[Symbol.asyncDispose]()
  await vendor.close()
})
beforeEach(() => void (mood = 'answer'))

/** A script that calls every function and keeps what it got, or the error. */
const script = loadCatalog()
  .integrations['upstash']!.functions.map(({ name, input }) => {
    const args = (input.required ?? []).map((key) => `${key} = "k"`).join(', ')
    return `do local ok, r = pcall(app.integrations.upstash.${name}, { ${args} }) print(tostring(r)) out[#out + 1] = ok and r or r.message end`
  })
  .join('\n')

test.each<Mood>(['answer', 'error', 'refusal', 'garbage'])('a vendor in the mood of an %s', async (next) => {
  mood = next
  const sent = vendor.log.length
  const run = await path.run(user, `local out = {}\n${script}\nreturn out`)
  expect(vendor.log.length - sent).toBe(7)
  expect(findCanary(JSON.stringify(run), canaries)).toEqual([])
})

test('the vendor did get the secrets', () => {
  const log = JSON.stringify(vendor.log)
  const found = new Set(findCanary(log, canaries).map(({ canary }) => canary))
  expect(found).toEqual(new Set(Object.keys(canaries)))
})

test('testing the account, and wrong fields, give nothing away', async () => {
  for (const next of ['answer', 'refusal', 'garbage'] as const) {
    mood = next
    const [account] = (await user.ask('accounts.list')).data as { id: string }[]
    await user.ask('accounts.test', { id: account!.id })
  }
  await user.ask('accounts.connect', {
    integration: 'upstash',
    name: 'bad name',
    fields: { ...canaries, nobody: canaries.api_key },
  })
  const redis_url = `https://user:${canaries.rest_token}@x.upstash.io`
  await user.ask('accounts.connect', { integration: 'upstash', name: 'other', fields: { ...canaries, redis_url } })
  await user.ask('accounts.connect', { integration: canaries.api_key, name: canaries.rest_token, fields: {} })
  await user.ask('audit.list', {})
})

test('no reply of our server, and nothing this process wrote, holds a canary', () => {
  expect(seen.length).toBeGreaterThan(30)
  expect(findCanary(seen.join('\n'), canaries)).toEqual([])
})

test('no log line holds a canary', () => {
  expect(path.api.log.length).toBeGreaterThan(10)
  expect(findCanary(path.api.log.join('\n'), canaries)).toEqual([])
})

test('no text of the database holds a canary', async () => {
  expect(findCanary(await dumpDatabase(), canaries)).toEqual([])
})

test('the same scan finds a canary that was planted on purpose', async () => {
  await path.api.pool.query('update "user" set name = $1', [Buffer.from(canaries.api_key).toString('base64')])
  const dump = findCanary(await dumpDatabase(), canaries).map(({ canary }) => canary)
  expect(dump).toContain('api_key')
  const reply = await user.ask('session.get')
  expect(findCanary(reply.text, canaries).map(({ canary }) => canary)).toContain('api_key')
})

function recordReplies(real: typeof fetch): typeof fetch {
  return async (...args) => {
    const response = await real(...args)
    const text = await response.clone().text()
    seen.push(JSON.stringify([...response.headers]), text)
    return response
  }
}

/** Every row of every table as text; sealed bytes stand as they are. */
async function dumpDatabase(): Promise<string> {
  const { pool } = path.api
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(8)
  const dumps = tables.map(async ({ name }) => {
    const { rows } = await pool.query<{ text: string }>(`select t::text as text from ${name} t`)
    return rows.map(({ text }) => text).join('\n')
  })
  return (await Promise.all(dumps)).join('\n')
}
