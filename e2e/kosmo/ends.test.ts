// How the installed command ends when something ends it: its limits, an interrupt, a reader that goes away, an old Node.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unstoppablePrograms } from '../../src/lua/hostile-programs.ts'
import { installKosmo, type Kosmo, waitForEnd } from './install.ts'

let kosmo: Kosmo
beforeAll(async () => {
  kosmo = await installKosmo()
})
afterAll(() => kosmo[Symbol.asyncDispose]())

const HANG = `print("on") ${unstoppablePrograms[0]!.script}`

test('a pattern that backtracks is ended by the CPU limit, and what was printed is kept', async () => {
  const ended = await kosmo.run(['integrations:lua', '--cpu-limit', '0.2', '--json', '--eval', HANG])
  expect(ended).toMatchObject({ code: 1, err: '' })
  expect(JSON.parse(ended.out)).toMatchObject({
    success: false,
    output: 'on',
    result: null,
    error: 'The script computed for longer than 0.2 seconds.',
    error_details: { kind: 'limit', code: 'cpu_limit' },
  })
})

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('ends a script that hangs, with one line', async () => {
    const child = kosmo.start(['integrations:lua', '--eval', HANG])
    const ended = waitForEnd(child)
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await ended).toEqual({ out: 'on\n', err: 'Stopped.\n', code: 1 })
  })

  test('ends a script whose call hangs, with its envelope', async () => {
    const asked = Promise.withResolvers<undefined>()
    const gone = Promise.withResolvers<undefined>()
    const server = createServer((request, reply) => {
      if (!request.url?.includes('runs.start')) return reply.writeHead(500).end('{}')
      reply.once('close', () => {
        gone.resolve(undefined)
      })
      return asked.resolve(undefined)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const env = { KOSMO_SERVER: `http://127.0.0.1:${port}`, KOSMO_TOKEN: 'kosmo_x' }
    const source = 'print("on") return app.integrations.upstash.get_key("a")'
    const child = kosmo.start(['integrations:lua', '--json', '--eval', source], env)
    const ended = waitForEnd(child)
    await asked.promise
    child.kill(signal)
    const { out, err, code } = await ended
    expect({ err, code }).toEqual({ err: '', code: 1 })
    expect(JSON.parse(out)).toMatchObject({
      success: false,
      output: 'on',
      error: 'Stopped.',
      error_details: { kind: 'stopped' },
      integration_calls: [{ path: 'upstash.get_key', status: 'error' }],
    })
    await gone.promise
    server.close()
  })
})

test('a command that waits for its input is ended by an interrupt', async () => {
  const child = kosmo.start(['integrations:lua'])
  const ended = waitForEnd(child)
  // More than a pipe holds: it is gone when the command reads.
  await new Promise((resolve) => child.stdin.write(' '.repeat(4 << 20), resolve))
  child.kill('SIGINT')
  expect(await ended).toEqual({ out: '', err: 'Stopped before there was an input.\n', code: 2 })
})

test('a reader that goes away ends the script, without a complaint', async () => {
  const source = 'while true do print(("x"):rep(1000)) end'
  const { out, err } = await kosmo.shell(`kosmo integrations:lua --eval '${source}' | head -c 3`, {})
  expect({ out, err }).toEqual({ out: 'xxx', err: '' })
  const listed = await kosmo.shell('kosmo integrations:list --json | head -c 1', {})
  expect(listed).toMatchObject({ out: '{', err: '' })
})

test('a large output arrives whole, in text as in JSON', async () => {
  const source = 'for i = 1, 900 do print(("x"):rep(1000)) end return ("y"):rep(1e5)'
  const text = await kosmo.shell(`kosmo integrations:lua --eval '${source}' | wc -c`, {})
  expect(Number(text.out)).toBe(900 * 1001 + 1e5 + 1)
  const { out } = await kosmo.run(['integrations:lua', '--json', '--eval', source])
  const envelope = JSON.parse(out) as { output: string; result: string[] }
  expect([envelope.output.length, envelope.result[0]!.length]).toEqual([900 * 1001 - 1, 1e5])
})

test.each([
  ['yes | kosmo integrations:lua --json', 'Standard input cannot be read: it is longer than 8 MiB.'],
  ['yes | kosmo integrations:call clerk.get_user --json', 'Standard input cannot be read: it is longer than 8 MiB.'],
  ['kosmo integrations:lua /dev/zero --json', '/dev/zero cannot be read: it is longer than 8 MiB.'],
])('%s is not read without end', async (line, error) => {
  const { out, err, code } = await kosmo.shell(line, {})
  expect({ err, code, ...(JSON.parse(out) as object) }).toEqual({ err: '', code: 2, success: false, error })
})

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is no success', async () => {
  const { out, err, code } = await kosmo.shell('kosmo integrations:lua --eval "return 1" > /dev/full', {})
  expect({ out, code }).toEqual({ out: '', code: 1 })
  expect(err).toMatch(/^The output cannot be written: ENOSPC.*\.\n$/)
})

test('a file is its bytes: no mark, no line for the shell, nothing turned into UTF-8', async () => {
  const source = Buffer.from('\xef\xbb\xbf#!/usr/bin/env kosmo\nreturn #"\xe9\xff\x00", ("\xe9"):byte()', 'latin1')
  await writeFile(join(kosmo.folder, 'bytes.lua'), source)
  for (const given of [{ args: ['bytes.lua'] }, { args: [], input: source }]) {
    const { out, code } = await kosmo.run(['integrations:lua', '--json', ...given.args], given)
    expect({ code, result: (JSON.parse(out) as { result: unknown }).result }).toEqual({ code: 0, result: [3, 233] })
  }
})

const ofSystem = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout
test.skipIf(!ofSystem?.startsWith('v20.'))('Node 20 runs it too, with every digit and in the same names', async () => {
  const source = `local set = app.integrations.upstash.set_key { key = 'a', value = '1', ex = 9007199254740993 }
    local job = app.integrations.cloudconvert.create_job { tasks = { { operation = 'import/url', url = 'https://a.test/b' } } }
    return set.ttl, json.decode('[9223372036854775807]')[1], job.tasks[1].name, pcall(error, 'caught')`
  const args = ['integrations:lua', '--demo', '--json', '--eval', source]
  const { out, code } = await kosmo.run(args, { env: { PATH: '/usr/bin:/bin' } })
  const digits = out.replaceAll(/\s/g, '').match(/"result":\[(.*?)\]/)?.[1]
  expect({ code, digits }).toEqual({ code: 0, digits: '9007199254740993,9223372036854775807,"import",false,"caught"' })
})

test('a Node that is too old is named in one line', async () => {
  const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } })'
  const { out, err, code } = await kosmo.run(['--help'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` },
  })
  expect({ out, err, code }).toEqual({ out: '', err: 'kosmo needs Node 20 or newer; this is Node 18.20.0.\n', code: 2 })
})

test('the package holds the licences of what is bundled, and nothing of the server', async () => {
  const text = await readFile(join(kosmo.folder, 'node_modules/kosmo/LICENSES.txt'), 'utf8')
  const names = Array.from(text.matchAll(/^(\S+) [\d.]+ \((.*)\)$/gm), ([, name]) => name)
  expect(names).toEqual([
    ...['@modelcontextprotocol/sdk', '@trpc/client', '@trpc/server', 'wasmoon', 'zod', 'zod-to-json-schema', 'Lua'],
  ])
  expect(text.match(/^Copyright/gm)).toHaveLength(names.length)
})
