// `npm run dev`: one command and one address, behind which pages, API and sandbox frame answer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { findPort } from '../setup/find-port.ts'
import { ROOT } from '../setup/server.ts'
import { makeDataFolder } from './data-folder.ts'

test('pages, API, frame and snippets answer at the address that is printed', async () => {
  await using folder = makeDataFolder()
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: String(await findPort()),
    DATA_DIR: folder.path,
  }
  const dev = spawn(process.execPath, [join(ROOT, 'server/dev.mjs')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(dev, 'exit')
  const lines: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [dev.stdout, dev.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        const url = /, for development, is at (\S+)$/.exec(line)?.[1]
        if (url) resolve(url)
      })
    }
    dev.once('exit', (code) => {
      reject(new Error(`It ended with ${code}:\n${lines.join('\n')}`))
    })
  })
  expect(lines.filter((line) => line.includes('http://'))).toHaveLength(1)

  expect(await (await fetch(`${address}/`)).text()).toContain('KosmoKrator Lua')
  const headers = {
    Origin: address,
    'Content-Type': 'application/json',
    Cookie: 'a=b',
    'Sec-Fetch-Site': 'same-origin',
  }
  const session = await fetch(`${address}/api/trpc/session.get`, { method: 'POST', headers, body: '{}' })
  expect(await session.json()).toMatchObject({ result: { data: { user: null, signUp: 'open' } } })
  const frame = await fetch(`${address}/sandbox/frame.html`)
  expect(frame.headers.get('Content-Security-Policy')).toContain('sandbox allow-scripts')

  const snippet = `${address}/s/${'0'.repeat(22)}`
  expect(await (await fetch(snippet)).text()).toContain('<title>Playground')
  expect(await (await fetch(`${snippet}.lua`)).text()).toContain('There is no such snippet')

  dev.kill('SIGTERM')
  await ended
  await expect(fetch(address)).rejects.toThrow()
})
