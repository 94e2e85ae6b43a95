// Each way in which a start can fail is one clear line, and an exit code.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { TEST_SERVER } from '../../server/db/testing/database.ts'
import { keyFileOf } from '../../server/master-keys.ts'
import { ROOT, spawnServer, startServer } from '../setup/server.ts'
import { makeDataFolder } from './data-folder.ts'

const asRoot = process.getuid?.() === 0

async function expectLine(env: Record<string, string>, line: RegExp): Promise<void> {
  const server = spawnServer({ PORT: '0', ...env })
  const [[code], errors] = await Promise.all([once(server, 'exit'), text(server.stderr!)])
  expect(errors).toMatch(line)
  expect(errors.trimEnd().split('\n')).toHaveLength(1)
  expect(errors).not.toMatch(/^\s+at |node:internal|canary/m)
  expect(code).toBe(1)
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kosmokrator-refused-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

test('a port that another program has', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const line = new RegExp(`^The server cannot listen on 127.0.0.1:${port}: another program listens there`)
  await expectLine({ PORT: String(port), DATA_DIR: join(makeFolder(), 'data') }, line)
  other.close()
})

test('an address that this machine does not have', async () => {
  await expectLine(
    { HOST: '203.0.113.1', DATA_DIR: '/nowhere' },
    /^The server cannot listen on 203\.0\.113\.1:0: this mach/,
  )
})

test('a data folder whose place is taken by a file', async () => {
  const file = join(makeFolder(), 'file')
  writeFileSync(file, '')
  await expectLine(
    { DATA_DIR: join(file, 'data') },
    /^DATA_DIR \S+ cannot be written: a part of the path is not a folder\.$/m,
  )
})

test.skipIf(process.platform !== 'linux')(
  'a data folder where the system makes none, without trying forever',
  async () => {
    await expectLine(
      { DATA_DIR: '/proc/nowhere/data' },
      /^DATA_DIR \S+ cannot be written: the folder cannot be made there\.$/m,
    )
  },
)

test('a data folder that cannot be written, or that the database cannot reach', async () => {
  const parent = makeFolder()
  mkdirSync(join(parent, 'closed'), { mode: asRoot ? 0o700 : 0o500 })
  const reason = asRoot
    ? /cannot be reached by the user postgres: \S+closed is closed\./
    : /cannot be .*permission denied/
  await expectLine({ DATA_DIR: join(parent, 'closed', 'data') }, reason)
})

test('data that another server uses', async () => {
  await using folder = makeDataFolder()
  const first = await startServer({ env: { DATA_DIR: folder.path }, sharedDatabase: false })
  const line = new RegExp(`^The data in ${folder.path} is in use by process ${first.pid}\\. Stop it, or set DATA_DIR`)
  await expectLine({ DATA_DIR: folder.path }, line)
  // The same again on the same port, as a second `npm start` would.
  await expectLine({ DATA_DIR: folder.path, PORT: new URL(first.url).port }, line)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.stop()
  rmSync(keyFileOf(folder.path))
  await expectLine({ DATA_DIR: folder.path }, /^The master key \S+\.keys is gone, but \S+ holds data\./)
})

test.each([
  ['postgres://127.0.0.1:1/x', /at 127\.0\.0\.1:1: nothing listens there\.$/m],
  [
    'postgres://user:canary@no-such-host.invalid/x',
    /at no-such-host\.invalid:5432: (no such host|the host name cannot)/,
  ],
  ['redis://127.0.0.1', /^DATABASE_URL is not an address like postgresql:/],
  ['the shared server with a wrong password', /: the user name or the password is wrong\.$/m],
  ['the shared server with a wrong name', /: no database of that name\.$/m],
])('DATABASE_URL %s', async (value, line) => {
  const url = new URL(process.env[TEST_SERVER]!)
  if (value.endsWith('password')) url.password = 'canary'
  if (value.endsWith('name')) url.pathname = '/canary'
  const folder = join(makeFolder(), 'data')
  await expectLine({ DATABASE_URL: value.startsWith('the') ? url.href : value, DATA_DIR: folder }, line)
  // The next start makes the key, and says so.
  expect(existsSync(keyFileOf(folder))).toBe(false)
})

test('a first start that is cut short has said where its master key lies', async () => {
  await using folder = makeDataFolder()
  const server = spawnServer({ PORT: '0', DATA_DIR: folder.path })
  const [first] = (await once(server.stdout!, 'data')) as [Buffer]
  server.kill('SIGKILL')
  await once(server, 'exit')
  expect(first.toString()).toMatch(new RegExp(`^Made a master key: ${keyFileOf(folder.path)} `))
  expect(existsSync(join(folder.path, 'postgres/data/postmaster.pid'))).toBe(false)
})

test('a setting that is wrong', async () => {
  await expectLine({ PORT: 'http' }, /^PORT is not a port number from 0 to 65535\.$/m)
})

test('a Node that is too old', async () => {
  const fake = join(makeFolder(), 'old.cjs')
  writeFileSync(fake, "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })")
  const start = spawn(process.execPath, ['--require', fake, join(ROOT, 'server/start.mjs')], { stdio: 'pipe' })
  const [[code], errors] = await Promise.all([once(start, 'exit'), text(start.stderr)])
  expect(errors).toMatch(/^Node 20 or newer is needed, this is v\S+\.\n$/)
  expect(code).toBe(1)
})
