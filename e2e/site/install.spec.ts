// A reader who installs the command as a page says, from the server that shows it, and starts it.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '../setup/fixtures.ts'

const run = promisify(execFile)

test('the line above the first command installs it, and needs no registry', async ({ page }) => {
  await page.goto('/integrations/upstash/')
  const line = await page.locator('install-command pre').innerText()
  const folder = await mkdtemp(join(tmpdir(), 'kosmo-page-'))
  // The folder of the machine's own commands is not a test's to write to.
  const env = { ...process.env, npm_config_prefix: folder, npm_config_registry: 'http://127.0.0.1:9/' }
  await run('sh', ['-c', line.trim()], { env, cwd: folder })
  const { stdout } = await run(join(folder, 'bin/kosmo'), ['integrations:list'], { cwd: folder })
  expect(stdout).toContain('upstash - ')
  await rm(folder, { recursive: true })
})
