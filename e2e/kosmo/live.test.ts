// The installed command against the real server: API token, vault, egress and a vendor on the loopback.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openPath } from '../wire/open-path.ts'
import { openAccount } from './open-account.ts'

const account = await openAccount()
afterAll(() => account[Symbol.asyncDispose]())
const { kosmo, vendor, user, makeEnvironment } = account

async function runLua(source: string, env: Record<string, string>, ...flags: string[]) {
  const { out, code } = await kosmo.run(['integrations:lua', '--json', '--eval', source, ...flags], { env })
  return { code, ...(JSON.parse(out) as { result: unknown }) }
}

const GET = 'return app.integrations.upstash.get_key("user:1234:session").value'
const SET = 'return app.integrations.upstash.work.set_key("a", "b").result'
const DELETE = 'return app.integrations.upstash.delete_key("temp:data").deleted'

test('a read runs Live, and says that it is no Demo', async () => {
  const env = await makeEnvironment(['read'])
  expect(await runLua(GET, env)).toMatchObject({ code: 0, success: true, demo: false, result: ['sess_8f2c1e'] })
  expect(vendor.log.at(-1)!.headers['authorization']).toBe(`Bearer ${vendor.secrets['rest_token']}`)
})

test('a write asks, and nobody is there to answer', async () => {
  vendor.log.length = 0
  const env = await makeEnvironment(['read', 'write'])
  expect(await runLua(SET, env)).toMatchObject({ code: 1, error_details: { code: 'approval_required' } })
  expect(vendor.log).toEqual([])
})

test('--force answers the question with yes, and the envelope says so', async () => {
  const env = await makeEnvironment(['read', 'write'])
  const run = await runLua(SET, env, '--force')
  expect(run).toMatchObject({
    code: 0,
    result: ['OK'],
    meta: { permission_bypassed: true },
    integration_calls: [{ path: 'upstash.work.set_key', effect: 'write', status: 'ok' }],
  })
})

test('--force opens no scope that the token lacks, and no rule that denies', async () => {
  vendor.log.length = 0
  const env = await makeEnvironment(['read', 'write'])
  expect(await runLua(DELETE, env, '--force')).toMatchObject({ code: 1, error_details: { code: 'forbidden' } })
  const all = await makeEnvironment(['read', 'write', 'destructive'])
  const [account] = (await user.ask('accounts.list')).data as { id: string }[]
  await user.ask('permissions.set', { account: account!.id, effect: 'destructive', rule: 'deny' })
  expect(await runLua(DELETE, all, '--force')).toMatchObject({ code: 1, error_details: { code: 'denied' } })
  await user.ask('permissions.set', { account: account!.id, effect: 'destructive', rule: 'ask' })
  expect(await runLua(DELETE, all, '--force')).toMatchObject({ code: 0, result: [1] })
  expect(vendor.log).toHaveLength(1)
})

test('one call goes the same way', async () => {
  const env = await makeEnvironment(['read'])
  const args = ['integrations:call', 'upstash.get_key', '--account', 'work', '--arg', 'key=user:1234:session', '--json']
  const { out, code } = await kosmo.run(args, { env })
  expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({
    code: 0,
    demo: false,
    data: { value: 'sess_8f2c1e' },
    meta: { account: 'work' },
  })
  const nowhere = await kosmo.run(['integrations:call', 'upstash.get_key', '{"key":"a"}', '--account', 'nowhere'], {
    env,
  })
  expect(nowhere.err).toContain(`Connect Upstash Redis at ${env.KOSMO_SERVER}/accounts/, or name an account`)
})

test.each<[string, Record<string, string>, string]>([
  ['a token that was never made', { KOSMO_TOKEN: `kosmo_${'a'.repeat(43)}` }, 'not_signed_in'],
  ['a token of another kind', { KOSMO_TOKEN: 'sk_live_1' }, 'not_signed_in'],
  ['no token', { KOSMO_TOKEN: '' }, 'not_signed_in'],
  ['a server that does not answer', { KOSMO_SERVER: 'http://127.0.0.1:9' }, 'offline'],
  ['an address that is none', { KOSMO_SERVER: 'nowhere' }, 'not_signed_in'],
  ['an address without its protocol', { KOSMO_SERVER: 'localhost:4321' }, 'not_signed_in'],
  ['an address with a password', { KOSMO_SERVER: 'http://user:secret@127.0.0.1:9' }, 'not_signed_in'],
  ['a token that no header can hold', { KOSMO_TOKEN: 'kosmo_\nx' }, 'not_signed_in'],
])('%s is an error with its reason, and no sample data', async (_name, wrong, code) => {
  const env: Record<string, string> = { ...(await makeEnvironment(['read'])), ...wrong }
  const run = await runLua(GET, env)
  expect(run).toMatchObject({ code: 1, success: false, demo: false, error_details: { code } })
  expect(JSON.stringify(run)).not.toContain(env['KOSMO_TOKEN'] || 'kosmo_')
  expect(JSON.stringify(run)).not.toContain('secret@')
})

test.each(['{}', '{"limits":"LIMIT_DEPTH=999"}'])(
  'a server of another version, that answers %s, ends no run',
  async (data) => {
    const server = createServer((request, reply) => {
      const isSession = request.url!.includes('session.get')
      reply.writeHead(isSession ? 200 : 500).end(isSession ? `{"result":{"data":${data}}}` : '{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const env = { ...(await makeEnvironment(['read'])), KOSMO_SERVER: `http://127.0.0.1:${port}` }
    expect(await runLua('return 1', env)).toMatchObject({ code: 0, result: [1] })
    expect(await runLua(GET, env)).toMatchObject({ code: 1, error_details: { code: 'internal' } })
    server.close()
  },
)

test('a server with another reference says how to get its command', async () => {
  const error = { code: 'stale_page', message: 'The page is old.', hint: 'Reload the page.', retryable: false }
  const server = createServer((_, reply) => {
    const data = { code: 'CONFLICT', httpStatus: 409, error }
    reply.writeHead(409).end(JSON.stringify({ error: { code: -32009, message: 'old', data } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { ...(await makeEnvironment(['read'])), KOSMO_SERVER: origin }
  expect(await runLua(GET, env)).toMatchObject({
    error: `main.lua:1: upstash.get_key: stale_page: The command is not of the version that ${origin} runs.`,
    error_details: { hint: `Install it again: npm install --global ${origin}/kosmo.tgz` },
  })
  server.close()
})

test('an error of the way to the server names it', async () => {
  const env = { ...(await makeEnvironment(['read'])), KOSMO_SERVER: 'http://127.0.0.1:9/' }
  const { out, err, code } = await kosmo.run(['integrations:call', 'upstash.get_key', '{"key":"a"}'], { env })
  expect({ out, code }).toEqual({ out: '', code: 1 })
  expect(err).toBe(
    'offline: http://127.0.0.1:9 did not answer.\nCheck that KOSMO_SERVER is the address of your server, and the connection to it.\n',
  )
})

test.each([
  ['a redirect', 301, { location: 'https://lua.example.com/' }, '', 'offline: ORIGIN sends requests on to https://lua'],
  ['another form', 200, {}, '{"result":{"data":null}}', 'internal: ORIGIN sent a reply that cannot be read.'],
  ['no JSON', 200, {}, answerCalls('{"ok":true,"value":"no JSON","account":"a","exchanges":[]}'), 'reply_not_json: '],
])('%s for an answer is an error in words', async (_, status, headers, body, error) => {
  const server = createServer((_request, reply) => reply.writeHead(status, headers).end(body)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { ...(await makeEnvironment(['read'])), KOSMO_SERVER: origin }
  const { out, err, code } = await kosmo.run(['integrations:call', 'upstash.get_key', '{"key":"a"}', '--json'], { env })
  expect({ err, code }).toEqual({ err: '', code: 1 })
  expect((JSON.parse(out) as { error: string }).error).toContain(error.replace('ORIGIN', origin))
  server.close()
})

/** What starts a run and answers a call at once. */
function answerCalls(outcome: string): string {
  return `{"result":{"data":${outcome.replace('{', '{"run":"r","expiresAt":"x",')}}}`
}

test('a token that was revoked, or whose time is over, makes no call', async () => {
  vendor.log.length = 0
  const revoked = await makeEnvironment(['read'])
  for (const { id } of (await user.ask('tokens.list')).data as { id: string }[]) await user.ask('tokens.revoke', { id })
  expect(await runLua(GET, revoked)).toMatchObject({ code: 1, demo: false, error_details: { code: 'not_signed_in' } })
  const expired = await makeEnvironment(['read'])
  expect(await runLua(GET, expired)).toMatchObject({ code: 0 })
  account.time.now += 86_400_000
  expect(await runLua(GET, expired)).toMatchObject({ code: 1, demo: false, error_details: { code: 'not_signed_in' } })
  account.time.now -= 86_400_000
  expect(vendor.log).toHaveLength(1)
})

test('a token of other integrations, or of other effects, makes no call', async () => {
  const made = await user.ask('tokens.create', { name: 'other', effects: ['read'], integrations: ['clerk'], days: 1 })
  const { KOSMO_SERVER } = await makeEnvironment(['read'])
  const env = { KOSMO_SERVER, KOSMO_TOKEN: (made.data as { token: string }).token }
  expect(await runLua(GET, env)).toMatchObject({ code: 1, error_details: { code: 'forbidden' } })
  expect(await runLua(GET, await makeEnvironment(['write']))).toMatchObject({ error_details: { code: 'forbidden' } })
})

test('pairs lists the accounts that the token may know; it is told of no others', async () => {
  await user.ask('accounts.connect', { integration: 'clerk', name: 'shop', fields: { secret_key: 'sk_test_a' } })
  const list = `local names = {}
    for _, namespace in ipairs { 'upstash', 'clerk' } do
      for name in pairs(app.integrations[namespace]) do names[#names + 1] = namespace .. '.' .. name end
    end
    return names`
  const names = async (effects: string[], ...flags: string[]) => {
    const run = await runLua(list, await makeEnvironment(effects), ...flags)
    return (run.result as string[][])[0]?.filter((name) => /^(upstash\.work|clerk\.shop|clerk\.get_user)$/.test(name))
  }
  expect(await names(['read'])).toEqual(['upstash.work', 'clerk.get_user'])
  expect(await names(['write'])).toEqual(['clerk.get_user'])
  expect(await names(['read'], '--demo')).toEqual(['clerk.get_user'])
})

test('a run meets the limits that its server has set', async () => {
  const limits = { LIMIT_CPU_SECONDS: '1', LIMIT_OUTPUT_LINES: '2', LIMIT_CALLS_PER_RUN: '1' }
  await using strict = await openPath(vendor.hosts, limits)
  const other = await strict.api.signUp('strict')
  const fields = { ...vendor.settings, ...vendor.secrets }
  await other.ask('accounts.connect', { integration: 'upstash', name: 'work', fields })
  const env = await makeEnvironment(['read'], other)
  expect(await runLua('while true do end', env)).toMatchObject({ error_details: { code: 'cpu_limit' } })
  expect(await runLua('for i = 1, 9 do print(i) end', env)).toMatchObject({ output: '1\n2\noutput cut at 2 lines' })
  expect(await runLua(`${GET.replace('return', 'local _ =')}\n${GET}`, env)).toMatchObject({
    ...{ code: 1, error: 'main.lua:2: upstash.get_key: call_limit: a run may make 1 calls' },
  })
  // Memory and time are those of the reader's own machine.
  const longer = await runLua('for i = 1, 1e8 do end return 1', env, '--cpu-limit', '60')
  expect(longer).toMatchObject({ code: 0, result: [1] })
})
