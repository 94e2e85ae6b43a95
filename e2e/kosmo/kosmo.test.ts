// The command as it is installed: what it prints, where, and how it ends.
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installKosmo, type Kosmo } from './install.ts'

let kosmo: Kosmo
beforeAll(async () => {
  kosmo = await installKosmo()
  await writeFile(join(kosmo.folder, 'workflow.lua'), 'print("from a file")\nreturn { 1, { a = "b" } }\n')
  await writeFile(join(kosmo.folder, 'broken.lua'), 'local x = 1\nx.y.z = 2\n')
})
afterAll(() => kosmo[Symbol.asyncDispose]())

const READ = 'app.integrations.upstash.get_key("user:1234:session")'

interface Envelope {
  success: boolean
  error: string | null
  [field: string]: unknown
}

async function runJson(args: string[], options?: Parameters<Kosmo['run']>[1]) {
  const { out, code, err } = await kosmo.run([...args, '--json'], options)
  expect(err).toBe('')
  return { code, envelope: JSON.parse(out) as Envelope }
}

describe('a script', () => {
  test.each([
    ['a file', ['integrations:lua', 'workflow.lua'], undefined],
    ['--eval', ['integrations:lua', '--eval', 'print("from a file") return { 1, { a = "b" } }'], undefined],
    ['-e', ['integrations:lua', '-e', 'print("from a file") return { 1, { a = "b" } }'], undefined],
    ['standard input', ['integrations:lua'], 'print("from a file") return { 1, { a = "b" } }'],
    ['standard input by name', ['integrations:lua', '-'], 'print("from a file") return { 1, { a = "b" } }'],
    ['mcp:lua', ['mcp:lua', 'workflow.lua'], undefined],
  ])('comes from %s', async (_name, args, input = '') => {
    const { code, envelope } = await runJson(args, { input })
    expect(code).toBe(0)
    expect(envelope).toMatchObject({
      success: true,
      output: 'from a file',
      error: null,
      result: [[1, { a: 'b' }]],
      integration_calls: [],
      meta: { permission_bypassed: false, dry_run: false },
    })
    expect(envelope['execution_time_ms']).toBeGreaterThanOrEqual(0)
    expect(envelope['memory_usage']).toBeGreaterThan(10_000)
  })

  test('prints as it goes, and its values, without --json', async () => {
    expect(await kosmo.run(['integrations:lua', 'workflow.lua'])).toEqual({
      out: 'from a file\n[\n  1,\n  {\n    a: "b"\n  }\n]\n',
      err: '',
      code: 0,
    })
  })

  test('runs on sample data with --demo, and says so', async () => {
    const { code, envelope } = await runJson(['integrations:lua', '--demo', '--eval', `return ${READ}`])
    expect(code).toBe(0)
    expect(envelope).toMatchObject({
      demo: true,
      result: [{ key: 'user:1234:session', value: 'sess_8f2c1e' }],
      integration_calls: [{ path: 'upstash.get_key', effect: 'read', status: 'ok' }],
    })
  })

  test('never falls back to sample data', async () => {
    const { code, envelope } = await runJson(['integrations:lua', '--eval', `return ${READ}`])
    expect(code).toBe(1)
    expect(envelope).toMatchObject({
      success: false,
      demo: false,
      result: null,
      error_details: { code: 'not_signed_in' },
    })
    expect(envelope.error).toBe(
      'main.lua:1: upstash.get_key: not_signed_in: There is no KOSMO_SERVER, so there is nobody to make the call.',
    )
  })

  test('that fails ends with 1, its error with line and hint', async () => {
    const { code, envelope } = await runJson(['integrations:lua', 'broken.lua'])
    expect(code).toBe(1)
    expect(envelope).toMatchObject({
      error: "main.lua:2: attempt to index a number value (local 'x')",
      error_details: { kind: 'script', line: 2, column: 1, code: null },
    })
    const shown = await kosmo.run(['integrations:lua', '--demo', '--eval', 'app.integrations.upstash.get_kye("a")'])
    expect(shown).toMatchObject({ code: 1, out: '' })
    expect(shown.err).toContain('get_key')
  })

  test('meets the limits that it was given', async () => {
    const cpu = await runJson(['integrations:lua', '--cpu-limit', '0.2', '--eval', 'while true do end'])
    expect(cpu).toMatchObject({ code: 1, envelope: { error_details: { code: 'cpu_limit' } } })
    const memory = await runJson(['integrations:lua', '--memory-limit', '4000000', '--eval', 'return ("x"):rep(1e8)'])
    expect(memory).toMatchObject({ code: 1, envelope: { error_details: { code: 'memory_limit' } } })
  })

  test('of MCP servers sees no integrations, but docs, json and regex', async () => {
    const { envelope } = await runJson([
      'mcp:lua',
      '--eval',
      'return next(mcp.servers()), select(2, pcall(function() return app.integrations.upstash end)).hint, json.encode({ 1 }), (regex.match("a1", "\\\\d"))',
    ])
    const hint = 'This script runs without integrations; kosmo integrations:lua and the playground have them.'
    expect(envelope['result']).toEqual([null, hint, '[1]', ['1']])
  })

  test('in a dry run shows each request, and sends nothing', async () => {
    const source = 'app.integrations.upstash.set_key("a", "b", 5) app.integrations.upstash.work.delete_key("a")'
    const { envelope } = await runJson(['integrations:lua', '--dry-run', '--eval', source])
    expect(envelope).toMatchObject({
      success: true,
      meta: { dry_run: true },
      integration_calls: [
        { path: 'upstash.set_key', effect: 'write', request: { method: 'POST', body: '["SET","a","b","EX",5]' } },
        { path: 'upstash.work.delete_key', effect: 'destructive', request: { body: '["DEL","a"]' } },
      ],
    })
    expect(JSON.stringify(envelope)).toContain('Bearer ‹rest_token›')
    const refused = await runJson(['integrations:lua', '--dry-run', '--eval', 'app.integrations.upstash.set_key("a")'])
    expect(refused).toMatchObject({ code: 1, envelope: { error_details: { code: 'invalid_argument' } } })
  })
})

test('a dry run opens no connection, of a script as of a call, whatever the environment names', async () => {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const env = { KOSMO_SERVER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, KOSMO_TOKEN: 'kosmo_x' }
  const source = `return ${READ}, app.integrations.upstash.delete_key("a")`
  const script = await runJson(['integrations:lua', '--dry-run', '--force', '--eval', source], { env })
  expect(script).toMatchObject({ code: 0, envelope: { success: true, demo: false } })
  const call = await runJson(['integrations:call', '--dry-run', 'upstash.delete_key', '{"key":"a"}'], { env })
  expect(call.envelope).toMatchObject({ success: true, data: null, request: { body: '["DEL","a"]' } })
  for (const args of [['list'], ['search', 'key'], ['docs', 'upstash']]) {
    await runJson([`integrations:${args[0]}`, ...args.slice(1)], { env })
  }
  await runJson(['integrations:lua', '--demo', '--eval', `return ${READ}`], { env })
  expect(connections).toBe(0)
  await runJson(['integrations:lua', '--eval', `return ${READ}`], { env })
  expect(connections).toBeGreaterThan(0)
  server.close()
})

describe('what cannot be understood ends with 2', () => {
  test.each([
    [['integrations:lua', 'nowhere.lua'], 'nowhere.lua cannot be read: there is no such file.'],
    [['integrations:lua', '.'], '. cannot be read: it is a folder.'],
    [['integrations:lua', 'a.lua', 'b.lua'], 'One file at a time: a.lua, b.lua.'],
    [['integrations:lua', 'workflow.lua', '--eval', '1'], 'Give either a file or --eval, not both.'],
    [
      ['integrations:lua', '--cpu-limit', 'much', '--eval', ''],
      '--cpu-limit must be a number from 0.001 to 600, not "much".',
    ],
    [['integrations:lua', '--memory', '1'], "Unknown option '--memory'."],
    [
      ['integrations:lst'],
      'There is no command integrations:lst. Did you mean integrations:list? kosmo help lists them.',
    ],
    [['integrations:call'], 'Name a function'],
    [['integrations:call', 'upstash.get_kye'], 'no function upstash.get_kye. Did you mean upstash.get_key?'],
    [['integrations:call', 'upstash.nothing'], 'There is no function upstash.nothing.'],
    [['integrations:call', 'upstash.work.get_key'], 'no function upstash.work.get_key. --account names an account.'],
    [['integrations:call', 'upstash.get_key.work'], 'no function upstash.get_key.work. --account names an account.'],
    [['integrations:call', 'upstash.get_key', '{"key"'], 'The arguments are not JSON'],
    [
      ['integrations:call', 'upstash.get_key', '--account', 'W W'],
      '--account takes a name of a-z, 0-9 and _, not "W W".',
    ],
    [['integrations:call', 'upstash.get_key', '[1]'], 'The arguments must be one JSON object.'],
    [['integrations:search'], 'Say what to search for'],
    [['integrations:lua'], 'There is no script: name a file, use --eval, or send it to standard input.'],
    [['integrations:lua', '--eval', ''], 'There is no script: --eval holds none.'],
    [['integrations:lua', '--cpu-limit', '-1'], '--cpu-limit needs a value; one that begins with - is written'],
    [['integrations:lua', '-e', 'return 1', '--eval=return 2'], '--eval stands there twice.'],
    [['integrations:lua', '-e', '-- words'], '--eval needs a value; one that begins with - is written --eval=-…'],
    [['integrations:lua', '--demo=yes', '--eval', '1'], "Option '--demo' does not take an argument."],
    [['integrations:list', 'clerk'], 'integrations:list lists all; see kosmo integrations:docs clerk.'],
    [['integrations:docs', 'clerk', 'render'], 'One page at a time: clerk, render.'],
  ])('%j', async (args, message) => {
    const shown = await kosmo.run(args)
    expect(shown).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) as string })
    const { code, envelope } = await runJson(args)
    expect({ code, success: envelope.success }).toEqual({ code: 2, success: false })
    expect(envelope.error).toContain(message)
  })

  test('no command prints the help', async () => {
    const shown = await kosmo.run([])
    expect(shown.code).toBe(2)
    expect(shown.out).toContain('kosmo integrations:lua [file]')
    expect((await kosmo.run(['integrations:lua', '--help'])).code).toBe(0)
    expect(await kosmo.run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    })
  })
})

describe('the catalog and the reference', () => {
  test('list, search and docs answer from the package', async () => {
    expect((await kosmo.run(['integrations:list'])).out).toContain('upstash - ')
    const listed = await runJson(['integrations:list'])
    expect(listed.envelope['integrations']).toContainEqual(
      expect.objectContaining({
        slug: 'upstash',
        functions: expect.arrayContaining([
          { name: 'delete_key', effect: 'destructive', summary: 'Deletes one key and what it holds.' },
        ]) as unknown,
      }),
    )
    const found = await runJson(['integrations:search', 'delete', 'key'])
    expect((found.envelope['functions'] as { function: string }[])[0]!.function).toBe('upstash.delete_key')
    expect((await kosmo.run(['integrations:docs', 'upstash.get_key'])).out).toMatch(/^## get_key\n/)
    expect((await kosmo.run(['integrations:docs', 'app.integrations.upstash'])).out).toMatch(/^# Upstash Redis Lua API/)
    const unknown = await runJson(['integrations:docs', 'upstsh'])
    expect(unknown).toMatchObject({
      code: 1,
      envelope: { error: 'There is no page "upstsh". Did you mean "upstash"?' },
    })
  })

  test('one call takes JSON, --arg, standard input, and all spellings', async () => {
    const expected = { success: true, demo: true, function: 'upstash.get_key', data: { key: 'user:1234:session' } }
    const key = '{"key":"user:1234:session"}'
    for (const args of [
      ['upstash.get_key', key],
      ['upstash.upstash_get_key', key],
      ['app.integrations.upstash.get_key', key],
      ['upstash.get_key', '--arg', 'key=user:1234:session'],
    ]) {
      expect((await runJson(['integrations:call', '--demo', ...args])).envelope).toMatchObject(expected)
    }
    const piped = await runJson(['integrations:call', '--demo', 'upstash.get_key'], { input: key })
    expect(piped.envelope).toMatchObject(expected)
  })

  test('--arg keeps text as text, and reads numbers where a number is meant', async () => {
    const set = ['integrations:call', '--demo', 'upstash.set_key', '--arg', 'key=id', '--arg', 'value=007']
    const { envelope } = await runJson([...set, '--arg', 'ex=60'])
    expect(envelope['data']).toMatchObject({ value: '007', ttl: 60 })
    const odd = await runJson([...set, '--arg', '__proto__=x'])
    expect(odd.envelope.error).toBe('invalid_argument: unknown argument `__proto__`')
  })

  test('a call that fails keeps the envelope', async () => {
    const { code, envelope } = await runJson(['integrations:call', '--demo', 'upstash.get_key', '{"kye":"a"}'])
    expect(code).toBe(1)
    expect(envelope).toMatchObject({
      success: false,
      data: null,
      error: expect.stringContaining('invalid_argument') as string,
      error_details: { code: 'invalid_argument', hint: expect.any(String) as string, retryable: false },
      meta: { operation: 'read', dry_run: false, permission_bypassed: false },
    })
  })
})
