// The installed MCP server on real accounts: who is asked before a write, what a token may, what a cancellation ends.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Agent, connect } from './connect.ts'
import { openAccount } from './open-account.ts'

const READ = 'return app.integrations.upstash.get_key("user:1234:session").value'
const WRITE = 'return app.integrations.upstash.set_key("a", "b").result'
const DELETE = 'return app.integrations.upstash.delete_key("temp:data").deleted'

const account = await openAccount()
afterAll(() => account[Symbol.asyncDispose]())
beforeEach(() => {
  account.vendor.reset()
})

async function open(effects: string[], options: string[] = [], answer?: Parameters<typeof connect>[3]): Promise<Agent> {
  return connect(account.kosmo, options, await account.makeEnvironment(effects), answer)
}

const accept = (decision: string) => () => ({ action: 'accept' as const, content: { decision } })

test('a read runs Live and says so; a dry run of the same program sends nothing', async () => {
  await using agent = await open(['read'])
  expect((await agent.call('run_lua', { source: READ, dry_run: true })).structuredContent).toMatchObject({
    meta: { dry_run: true },
    integration_calls: [{ path: 'upstash.get_key', request: { body: '["GET","user:1234:session"]' } }],
  })
  expect(account.vendor.log).toEqual([])
  const { structuredContent } = await agent.call('run_lua', { source: READ })
  expect(structuredContent).toMatchObject({ success: true, demo: false, result: ['sess_8f2c1e'] })
  expect(account.vendor.log).toHaveLength(1)
})

test('pairs lists the accounts that the token may know', async () => {
  const source = 'for name in pairs(app.integrations.upstash) do if name == "work" then return name end end'
  await using agent = await open(['read'])
  expect((await agent.call('run_lua', { source })).structuredContent).toMatchObject({ result: ['work'] })
})

test('without --force and without a client that can ask, a write answers approval_required', async () => {
  await using agent = await open(['read', 'write'])
  const { isError, structuredContent } = await agent.call('run_lua', { source: WRITE })
  expect({ isError, structuredContent }).toMatchObject({
    isError: true,
    structuredContent: {
      error_details: { code: 'approval_required', hint: expect.stringContaining('--force') as string },
    },
  })
  expect(account.vendor.log).toEqual([])
})

test('a client that can ask is asked, with function, account, arguments and request', async () => {
  await using agent = await open(['read', 'write'], [], accept('Allow this call'))
  const { structuredContent } = await agent.call('run_lua', { source: WRITE })
  expect(structuredContent).toMatchObject({ success: true, result: ['OK'], meta: { permission_bypassed: false } })
  expect(agent.asked).toHaveLength(1)
  for (const part of ['upstash.set_key on the account work is a write', '{"key":"a","value":"b"}', '["SET","a","b"]']) {
    expect(agent.asked[0]).toContain(part)
  }
})

test.each<[string, Parameters<typeof connect>[3]]>([
  ['a no', accept('Do not allow it')],
  ['a decline', () => ({ action: 'decline' })],
  ['a cancelled question', () => ({ action: 'cancel' })],
])('%s denies the call', async (_name, answer) => {
  await using agent = await open(['read', 'write'], [], answer)
  const { structuredContent } = await agent.call('run_lua', { source: WRITE })
  expect(structuredContent).toMatchObject({ success: false, error_details: { code: 'denied' } })
  expect(account.vendor.log).toEqual([])
})

test('an answer that was not offered, or that fails, allows nothing', async () => {
  const answers = [
    accept('Allow everything'),
    () => {
      throw new Error('no window')
    },
  ]
  for (const answer of answers) {
    await using agent = await open(['read', 'write'], [], answer)
    const { structuredContent } = await agent.call('run_lua', { source: WRITE })
    expect(structuredContent).toMatchObject({ error_details: { code: 'approval_required' } })
  }
  expect(account.vendor.log).toEqual([])
})

test('a yes for the run is asked once', async () => {
  await using agent = await open(['write'], [], accept('Allow it until the run ends'))
  await agent.call('run_lua', { source: `${WRITE.replace('return', 'local _ =')} ${WRITE}` })
  expect([agent.asked.length, account.vendor.log.length]).toEqual([1, 2])
})

test('--force answers yes within the scopes of the token, and asks nobody', async () => {
  await using agent = await open(['write'], ['--force'], accept('Do not allow it'))
  const wrote = await agent.call('run_lua', { source: WRITE })
  expect(wrote.structuredContent).toMatchObject({ result: ['OK'], meta: { permission_bypassed: true } })
  for (const source of [DELETE, READ]) {
    const { structuredContent } = await agent.call('run_lua', { source })
    expect(structuredContent).toMatchObject({ error_details: { code: 'forbidden' } })
  }
  expect([agent.asked.length, account.vendor.log.length]).toEqual([0, 1])
})

test('a cancellation ends the call at the vendor', async () => {
  await using agent = await open(['read'])
  account.vendor.tell({ kind: 'slow', ms: 120_000 })
  const [before, stop] = [account.vendor.abandoned.length, new AbortController()]
  const call = agent.call('run_lua', { source: READ }, { signal: stop.signal })
  await expect.poll(() => account.vendor.log.length).toBe(1)
  stop.abort()
  await expect(call).rejects.toThrow()
  await expect.poll(() => account.vendor.abandoned.length).toBe(before + 1)
  account.vendor.tell(null)
  expect((await agent.call('run_lua', { source: READ })).structuredContent).toMatchObject({ success: true })
})

test('an agent that asks for progress hears of a call that takes its time', async () => {
  await using agent = await open(['read'])
  const messages: (string | undefined)[] = []
  account.vendor.tell({ kind: 'slow', ms: 2_000 })
  await agent.call('run_lua', { source: READ }, { onprogress: ({ message }) => messages.push(message) })
  // Its end is told as well where the machine takes its time over the answer.
  expect(messages[0]).toBe('upstash.get_key: running')
})

test('a cancellation takes the question back', async () => {
  const stop = new AbortController()
  await using agent = await open(['write'], [], () => {
    stop.abort()
    return new Promise(() => undefined)
  })
  await expect(agent.call('run_lua', { source: WRITE }, { signal: stop.signal })).rejects.toThrow()
  expect((await agent.call('run_lua', { source: 'return 1' })).structuredContent).toMatchObject({ success: true })
  expect(account.vendor.log).toEqual([])
})

test('without a token nothing is called, and nothing turns to sample data', async () => {
  await using agent = await connect(account.kosmo, [])
  const { structuredContent } = await agent.call('run_lua', { source: READ })
  expect(structuredContent).toMatchObject({ success: false, demo: false, error_details: { code: 'not_signed_in' } })
  expect((await agent.call('read_doc', { page: 'upstash' })).structuredContent['success']).toBe(true)
})

test('the token is in no answer', async () => {
  const env = await account.makeEnvironment(['read'])
  await using agent = await connect(account.kosmo, [], env)
  const ran = await agent.call('run_lua', { source: `${READ}, os, _ENV` })
  expect(JSON.stringify(ran)).not.toContain(env.KOSMO_TOKEN)
})
