// Run after Run leaves nothing behind in the playground and on a reference page: no memory, nodes, listeners or workers.
import { type CDPSession, type Page } from '@playwright/test'
import { type Held, readHeld } from '../attacks/held.ts'
import { launchOptions } from '../setup/chromium.ts'
import { expect, test } from '../setup/fixtures.ts'
import { clock, openPlayground, panel, pressRun, writeScript } from './playground.ts'

// What V8 makes and drops of code that runs often counts as heap too: up to a megabyte that comes and goes at its own time.
const FLAGS = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode --no-lazy-feedback-allocation'
const options = launchOptions()
test.use({ launchOptions: { ...options, args: [...(options.args ?? []), FLAGS] } })

/** Bytes that a run of the playground prints, and fewer that may seem to stay of each: up to 350 were measured. */
const PRINTED = 64_000
const NOISE = { playground: 16_000, example: 2_000 }
/** Of each way to end, two. */
const RUNS = 8

/** Ends in another way each time: with a value, an error, at a limit, by Stop. Each run prints and calls. */
const SCRIPT = `local upstash = app.integrations.upstash
local n = (tonumber(upstash.get_key({ key = "n" }).value) or 0) + 1
upstash.set_key({ key = "n", value = tostring(n % 4) })
print(("x"):rep(${PRINTED}))
if n % 4 == 0 then error({ code = "mine", text = ("x"):rep(10000) }) end
if n % 4 == 1 then return { list = { 1, 2, 3 }, text = ("y"):rep(10000) } end
if n % 4 == 2 then return ("z"):rep(1e8) end
print("until Stop")
upstash.get_key({ key = "n" })
while true do end
`

test('runs leave nothing behind in the playground', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, SCRIPT)
  await pressRun(page)
  await expect(clock(page)).toContainText(/done|failed/)
  await expect(panel(page)).not.toBeEmpty()
  await expectNothingKept(page, { workers: 2, noise: NOISE.playground }, async (times) => {
    await page.evaluate(runInPlayground, times)
  })
})

test('runs leave nothing behind on a reference page', async ({ page }) => {
  await page.goto('/integrations/upstash/')
  await expectNothingKept(page, { workers: 1, noise: NOISE.example }, async (times) => {
    await page.evaluate(runExample, times)
  })
})

interface Settled {
  /** How many stand ready between runs. */
  workers: number
  /** Bytes for each run. */
  noise: number
}

async function expectNothingKept(page: Page, { workers, noise }: Settled, run: (times: number) => Promise<void>) {
  const session = await page.context().newCDPSession(page)
  await run(2 * RUNS)
  const frame = await page.context().newCDPSession(page.frames()[1]!)
  const held = [await readSettled(page, session, frame, workers)]
  for (let i = 0; i < 3; i++) {
    await run(RUNS)
    held.push(await readSettled(page, session, frame, workers))
  }
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(held) })
  expect(findGrowth(held.map(({ heap }) => heap))).toBeLessThan(noise * RUNS)
  expect(findGrowth(held.map(({ frameHeap }) => frameHeap))).toBeLessThan(noise * RUNS)
  expect({ ...held.at(-1), heap: 0, frameHeap: 0 }).toEqual({ ...held[0], heap: 0, frameHeap: 0 })
}

/** The middle one of three steps: what is kept grows in each, what comes or goes once in one. */
function findGrowth(sizes: number[]): number {
  const steps = sizes.slice(1).map((size, at) => size - sizes[at]!)
  return steps.sort((a, b) => a - b)[1]!
}

async function readSettled(page: Page, session: CDPSession, frame: CDPSession, workers: number): Promise<Held> {
  await expect.poll(() => page.workers().length).toBe(workers)
  return readHeld(page, session, frame)
}

/** Presses Run so many times, and Stop where the script waits for it. Within the page: nothing of the test's is kept. */
async function runInPlayground(times: number): Promise<void> {
  const press = (name: string) => {
    for (const button of document.querySelectorAll('button')) if (button.textContent.trim() === name) button.click()
  }
  const reads = (selector: string, text: RegExp) => text.test(document.querySelector(selector)?.textContent ?? '')
  for (let i = 0; i < times; i++) {
    let begun = false
    await new Promise<void>((resolve) => {
      // Each change of the page is seen: a poll would miss a run that is over before it looks.
      const observer = new MutationObserver(() => {
        const running = reads('.pg-clock', /running/)
        begun ||= running
        if (running && reads('#pg-tab-panel', /until Stop/)) press('Stop')
        if (running || !begun) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      press('Run')
    })
  }
}

/** Presses Run of the page's first example so many times. */
async function runExample(times: number): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('run-example .run')!
  for (let i = 0; i < times; i++) {
    button.click()
    while (button.textContent !== 'Run') await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
