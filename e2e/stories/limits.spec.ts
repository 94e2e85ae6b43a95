// A server with limits of its own: the pages say them, and every run in them meets them.
import { type Page } from '@playwright/test'
import { startServer } from '../setup/server.ts'
import { clock, openPlayground, panel, pressRun, question, writeScript } from './playground.ts'
import { expect, openLive, test as base } from './live.ts'

const LIMITS = {
  LIMIT_SOURCE_KIB: '1',
  LIMIT_MEMORY_MIB: '4',
  // A browser counts the time on the wall: what the machine gives to others counts too.
  LIMIT_CPU_SECONDS: '2',
  LIMIT_WALL_SECONDS: '25',
  LIMIT_OUTPUT_KIB: '1',
  LIMIT_OUTPUT_LINES: '5',
  LIMIT_CALLS_PER_RUN: '2',
  LIMIT_REPLY_KIB: '64',
  LIMIT_DEPTH: '8',
}

const test = base.extend<object, object>({
  server: [
    async ({ vendors }, provide) => {
      const hosts = vendors.main.hosts.join(',')
      const server = await startServer({ env: { PRIVATE_HOSTS: hosts, TRUSTED_PROXIES: '127.0.0.1', ...LIMITS } })
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
})

/** Runs a script to its end. */
async function run(page: Page, source: string): Promise<void> {
  await writeScript(page, source)
  await pressRun(page)
  await expect(clock(page)).toContainText(/done|failed/)
}

const get = (from: string) => `${from}.get_key({ key = "greeting" })`
const READ = get('app.integrations.upstash')

test('the table of limits says what is in force, on the page, as Markdown and to a script', async ({ page }) => {
  await page.goto('/docs/runtime/')
  const rows = page.getByRole('row')
  await expect(rows.filter({ hasText: 'LIMIT_CPU_SECONDS' })).toContainText('2 s')
  await expect(rows.filter({ hasText: 'LIMIT_MEMORY_MIB' })).toContainText('4 MiB')
  await expect(rows.filter({ hasText: 'LIMIT_CALLS_PER_MINUTE' })).toContainText('300')
  const markdown = await (await page.request.get('/docs/runtime.md')).text()
  expect(markdown).toContain('- Length of a script: 1 KiB (`LIMIT_SOURCE_KIB`)\n')
  expect(markdown).toContain('- Printed lines: 5 (`LIMIT_OUTPUT_LINES`)\n')
})

const DEEP = 'local t = 1 for i = 1, %n do t = { t } end print("deep", #json.encode(t))'
/** A script of so many bytes of UTF-8 that prints `fits`; é has two. */
const fill = (bytes: number) => `print("fits")--${'é'.repeat((bytes - 'print("fits")--'.length - 1) / 2)}-`

// What is exactly at a limit runs; one beyond is the limit's error, with its figure.
const CASES: [source: string, shown: string | RegExp][] = [
  ['for i = 1, 5 do print(i) end', '1 2 3 4 5'],
  ['for i = 1, 6 do print(i) end', '1 2 3 4 5 The output is cut here: a run shows up to 5 lines and 1 KiB.'],
  ['print(("x"):rep(1023))', 'x'.repeat(1023)],
  ['print(("y"):rep(1024))', `${'y'.repeat(1024)}The output is cut here: a run shows up to 5 lines and 1 KiB.`],
  ['return #("x"):rep(6 << 20)', 'main.lua:1: the script needs more than 4 MiB of memory'],
  // Lua's own limit, or the watchdog where the machine gave Lua no time to see it.
  ['while true do end', /computed for (more|longer) than 2 seconds/],
  [`${READ} ${READ}\nreturn ${READ}`, 'main.lua:2: upstash.get_key: call_limit: a run may make 2 calls'],
  [DEEP.replace('%n', '8'), 'deep 17'],
  [DEEP.replace('%n', '9'), 'nested deeper than 8'],
  [fill(1024), 'fits'],
  [fill(1026), 'The script has 1026 bytes; 1024 are allowed.'],
  [`print("right", type(${READ}.value))`, 'right string'],
]

test('a Demo run meets each limit, and the one after it is right', async ({ page }) => {
  await openPlayground(page)
  for (const [source, shown] of CASES) {
    await run(page, source)
    await expect(panel(page)).toContainText(shown)
  }
})

test('an example of a reference page runs within them too', async ({ page }) => {
  await page.goto('/integrations/clerk/')
  const example = page.locator('run-example').filter({ hasText: 'count_users(' }).first()
  await example.scrollIntoViewIfNeeded()
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example.locator('.problem')).toContainText('a run may make 2 calls')
})

test('waiting costs no computing time, but the time of the run, which ends the wait and the call', async ({
  page,
  vendors,
}) => {
  await openLive(page, { main: vendors.main })
  await run(page, `${READ} ${READ}\nreturn ${READ}`)
  await expect(panel(page)).toContainText('main.lua:2: upstash.get_key: call_limit: a run may make 2 calls')

  await writeScript(page, 'local r = app.integrations.upstash.set_key("a", "b")\nprint("set", r.result)')
  await pressRun(page)
  await expect(question(page)).toBeVisible()
  // Longer than Lua may compute, with the grace of the page's own watch.
  await page.waitForTimeout(4_000)
  await question(page).getByRole('button', { name: 'Allow', exact: false }).first().click()
  await expect(panel(page)).toContainText('set\tOK')

  vendors.main.reset()
  vendors.main.tell({ kind: 'slow', ms: 3_600_000 })
  const before = vendors.main.abandoned.length
  await run(page, `print("begun")\n${READ}`)
  await expect(panel(page)).toContainText(/the run took more than 25 seconds|lasted longer than 25 seconds/)
  await expect.poll(() => vendors.main.abandoned.length).toBe(before + 1)
})
