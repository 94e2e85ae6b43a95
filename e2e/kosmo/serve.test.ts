// The installed MCP server of the command, spoken to by the SDK's own client: tools, answers, failures, cancellation.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/catalog/load.ts'
import { unstoppablePrograms } from '../../src/lua/hostile-programs.ts'
import { type Agent, connect } from './connect.ts'
import { installKosmo, type Kosmo, waitForEnd } from './install.ts'

const HANG = `print("on") ${unstoppablePrograms[0]!.script}`
const READ = 'return app.integrations.upstash.get_key("user:1234:session")'

let kosmo: Kosmo
let agent: Agent
beforeAll(async () => {
  kosmo = await installKosmo()
  agent = await connect(kosmo, ['--demo', '--cpu-limit', '20'])
})
afterAll(async () => {
  await agent[Symbol.asyncDispose]()
  await kosmo[Symbol.asyncDispose]()
})

const textOf = ({ content }: Awaited<ReturnType<Agent['call']>>) =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('')

async function runJson(args: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await kosmo.run([...args, '--json'])).out) as Record<string, unknown>
}

/** Without what differs from run to run. */
function settle(envelope: unknown): unknown {
  const moving = /^(execution_time_ms|cpu_time_ms|memory_usage|durationMs)$/
  return JSON.parse(JSON.stringify(envelope), (key, value: unknown) => (moving.test(key) ? 0 : value))
}

/** Starts a script that hangs; resolves when it has printed. The call itself ends with the signal. */
async function hang(signal: AbortSignal): Promise<{ end: Promise<string> }> {
  const begun = Promise.withResolvers<undefined>()
  const onprogress = () => {
    begun.resolve(undefined)
  }
  const end = agent.call('run_lua', { source: HANG }, { signal, onprogress }).then(
    () => 'answered',
    () => 'cancelled',
  )
  await begun.promise
  return { end }
}

describe('the tools', () => {
  const LOOKS_UP = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
  const CHANGES = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true }

  test.each([
    [['--demo'], LOOKS_UP],
    [['--dry-run'], LOOKS_UP],
    [[], CHANGES],
    [['--force'], CHANGES],
  ])('say what is true of them with %j', async (options, expected) => {
    await using other = await connect(kosmo, options)
    const { tools } = await other.client.listTools()
    expect(tools.map(({ name, annotations }) => [name, annotations])).toEqual([
      ['search_docs', { title: 'Search the Lua reference', ...LOOKS_UP }],
      ['read_doc', { title: 'Read the Lua reference', ...LOOKS_UP }],
      ['check_lua', { title: 'Check a Lua script', ...LOOKS_UP }],
      ['run_lua', { title: 'Run a Lua script', ...expected }],
    ])
    for (const { inputSchema, outputSchema, description } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(description).toBeTruthy()
    }
  })

  test('the server says who it is', () => {
    expect(agent.client.getServerVersion()).toMatchObject({
      name: 'kosmo',
      version: expect.stringMatching(/^\d/) as string,
    })
    expect(agent.client.getInstructions()).toContain('sample data')
  })
})

describe('the reference', () => {
  test('read_doc is the Markdown of the page', async () => {
    const page = await readFile(join(ROOT, 'dist/integrations/upstash.md'), 'utf8')
    const read = await agent.call('read_doc', { page: 'upstash' })
    expect(textOf(read)).toBe(page)
    expect(read.structuredContent).toEqual({ success: true, page: 'upstash', text: page })
    const section = textOf(await agent.call('read_doc', { page: 'app.integrations.upstash.get_key' }))
    expect(section).toMatch(/^## get_key\n/)
    expect(page).toContain(section.trim())
    expect(textOf(await agent.call('read_doc', {}))).toBe((await runJson(['integrations:docs']))['text'])
    expect(textOf(await agent.call('read_doc', { page: 'errors' }))).toMatch(/^# /)
  })

  test('search_docs answers as the command does', async () => {
    const found = await agent.call('search_docs', { query: 'delete key' })
    expect(found.structuredContent).toEqual(await runJson(['integrations:search', 'delete key']))
    expect(textOf(found)).toContain('upstash.delete_key - ')
    expect((await agent.call('search_docs', { query: 'qqqq' })).structuredContent).toMatchObject({ functions: [] })
  })
})

describe('a script', () => {
  test.each([
    ['that runs', `print("a") ${READ}, 2^53 | 1`],
    ['that fails', 'print("a") error({ code = 5 })'],
    ['whose call fails', 'app.integrations.upstash.get_kye("a")'],
    ['that does not parse', 'local x = = 1'],
  ])('%s answers what --json prints', async (_name, source) => {
    const ran = await agent.call('run_lua', { source })
    const expected = await runJson(['integrations:lua', '--demo', '--eval', source])
    expect(settle(ran.structuredContent)).toEqual(settle(expected))
    expect(settle(JSON.parse(textOf(ran)))).toEqual(settle(expected))
    expect(ran.isError ?? false).toBe(!expected['success'])
  })

  test('keeps every digit of an integer, in text as in structure', async () => {
    const child = kosmo.start(['mcp:serve', '--demo'])
    const ended = waitForEnd(child)
    const call = { name: 'run_lua', arguments: { source: 'return math.maxinteger' } }
    child.stdin.end(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call })}\n`)
    const { out } = await ended
    expect(out.match(/9223372036854775807/g)).toHaveLength(2)
  })

  test('runs dry where it is asked to', async () => {
    const source = 'app.integrations.upstash.set_key("a", "b")'
    const { structuredContent } = await agent.call('run_lua', { source, dry_run: true })
    expect(structuredContent).toMatchObject({
      success: true,
      meta: { dry_run: true },
      integration_calls: [{ path: 'upstash.set_key', effect: 'write', request: { body: '["SET","a","b"]' } }],
    })
  })

  test('is checked without being run', async () => {
    const source = 'local u = app.integrations.upstash\nu.set_key("a", "b")\nu.work.get_kye("a")'
    expect((await agent.call('check_lua', { source })).structuredContent).toEqual({
      success: true,
      error: null,
      calls: [{ path: 'upstash.set_key', effect: 'write', line: 2 }],
      unknown: [{ path: 'upstash.work.get_kye', line: 3 }],
      complete: true,
    })
    const broken = await agent.call('check_lua', { source: 'return = 1' })
    expect(broken).toMatchObject({
      isError: true,
      structuredContent: {
        success: false,
        error_details: { kind: 'syntax', line: 1, column: expect.any(Number) as number },
      },
    })
    const large = await agent.call('check_lua', { source: ' '.repeat(2 ** 18 + 1) })
    expect(large.structuredContent).toMatchObject({ error_details: { code: 'source_too_large' } })
  })
})

describe('what is wrong with a call', () => {
  test.each<[string, object, string]>([
    ['run_lua', {}, '`source`'],
    ['run_lua', { source: 5 }, '`source`'],
    ['run_lua', { source: '', force: true }, '"force"'],
    ['search_docs', { query: ' ' }, '`query`'],
    ['read_doc', { page: 'upstsh' }, 'Did you mean "upstash"?'],
    ['read_doc', { page: '../../package' }, 'There is no page'],
  ])('%s %j is an error that the agent can read', async (name, args, part) => {
    const answer = await agent.call(name, args)
    expect(answer).toMatchObject({ isError: true, structuredContent: { success: false } })
    expect(textOf(answer)).toContain(part)
  })

  test('a tool that is unknown is an error of the protocol', async () => {
    const wrong = agent.call('run_luaa', {})
    await expect(wrong).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('Did you mean run_lua?') as string,
    })
  })
})

describe('what hangs', () => {
  test('is ended by a cancellation, and hinders nobody meanwhile', async () => {
    const stop = new AbortController()
    const { end } = await hang(stop.signal)
    const [first, second] = await Promise.all([
      agent.call('run_lua', { source: `print(1) ${READ}` }),
      agent.call('run_lua', { source: 'print(2)' }),
    ])
    expect([first, second].map(({ structuredContent: { output } }) => output)).toEqual(['1', '2'])
    stop.abort()
    expect(await end).toBe('cancelled')
    expect((await agent.call('run_lua', { source: 'return 3' })).structuredContent['result']).toEqual([3])
  })

  test('is ended by its limit', async () => {
    await using other = await connect(kosmo, ['--demo', '--cpu-limit', '0.2', '--memory-limit', '4000000'])
    const { isError, structuredContent } = await other.call('run_lua', { source: HANG })
    expect({ isError, structuredContent }).toMatchObject({
      isError: true,
      structuredContent: {
        output: 'on',
        error: 'The script computed for longer than 0.2 seconds.',
        error_details: { kind: 'limit', code: 'cpu_limit' },
      },
    })
    const greedy = await other.call('run_lua', { source: 'return ("x"):rep(1e8)' })
    expect(greedy.structuredContent).toMatchObject({ error_details: { code: 'memory_limit' } })
    expect((await other.call('run_lua', { source: 'return 1' })).structuredContent['result']).toEqual([1])
  })

  test('is ended with the program, which still answers', async () => {
    const child = kosmo.start(['mcp:serve', '--demo'])
    const ended = waitForEnd(child)
    const call = { name: 'run_lua', arguments: { source: HANG }, _meta: { progressToken: 1 } }
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params: call })}\n`)
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGTERM')
    const { out, err, code } = await ended
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const last = JSON.parse(out.trim().split('\n').at(-1)!) as object
    expect(last).toMatchObject({ id: 7, result: { isError: true, structuredContent: { error: 'Stopped.' } } })
  })
})

test('garbage on the input is passed over, and standard output carries nothing but the protocol', async () => {
  const child = kosmo.start(['mcp:serve', '--demo'])
  const ended = waitForEnd(child)
  const send = (...messages: unknown[]) => {
    for (const message of messages) child.stdin.write(`${JSON.stringify(message)}\n`)
  }
  child.stdin.write('garbage\n\n{"jsonrpc":\n[]\nnull\n42\n')
  child.stdin.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a]))
  const rpc = { jsonrpc: '2.0' }
  send({ hello: 1 }, { ...rpc, id: {}, method: 'ping' }, { ...rpc, id: 1, method: 5 })
  send({ ...rpc, id: 99, result: {} }, { ...rpc, method: 'notifications/cancelled', params: { requestId: 1234 } })
  send({ ...rpc, id: 2, method: 'nothing/known' }, { ...rpc, id: 3, method: 'tools/call', params: { name: 5 } })
  send({
    ...rpc,
    id: 4,
    method: 'tools/call',
    params: { name: 'run_lua', arguments: { source: 'print("x") warn("@on")' } },
  })
  send({ ...rpc, id: 5, method: 'tools/call', params: { name: 'constructor', arguments: { __proto__: null } } })
  child.stdin.end()
  const { out, err, code } = await ended
  expect(code).toBe(0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; error?: { code: number } })
  expect(answers.map(({ id, error }) => [id, error?.code]).sort()).toEqual([
    [2, -32601],
    [3, expect.any(Number) as number],
    [4, undefined],
    [5, -32602],
  ])
  expect(err).not.toContain('    at ')
  expect(err).toContain('kosmo mcp:serve: what came is no message of the protocol\n')
  expect(err).not.toContain('[')
})

test('options that are none, and limits that are none, end the command at once', async () => {
  for (const [option, part] of [
    ['--json', '--json'],
    ['extra', 'extra'],
    ['--cpu-limit=0', '--cpu-limit'],
  ] as const) {
    const { out, err, code } = await kosmo.run(['mcp:serve', option])
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toContain(part)
  }
})
