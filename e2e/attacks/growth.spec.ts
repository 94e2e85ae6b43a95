// A thousand runs in one page leave nothing behind: no memory, no nodes, no listeners, no ports, no workers.
import { expect, test } from './fixtures.ts'
import { type Harness } from './harness.ts'
import { readHeld } from './held.ts'

declare const harness: Harness

/** Half a kilobyte for each of the 800 runs would be twice as much. */
const NOISE_BYTES = 200_000

/** Each way for a run to end, with output and calls on the way. */
const SCRIPTS = [
  'for i = 1, 50 do print("line", i) end return app.integrations.probe.echo{ first = ("x"):rep(10000) }',
  'print(pcall(app.integrations.probe.fail)) error({ code = "mine" })',
  'local t = {} for i = 1, 1e9 do t[i] = { i } end',
  'local x = = 1',
]

test('a thousand runs leave nothing behind in the page', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  const runs = SCRIPTS.map((source) => ({ source, limits: { memoryBytes: 2 << 20 } }))
  const runMany = (count: number) =>
    page.evaluate(
      async ([all, times]) => {
        // The results are not kept: they would be what grows.
        for (let i = 0; i < times; i += all.length) await harness.sample.runAll(all)
      },
      [runs, count] as const,
    )
  const settle = () => expect.poll(() => page.workers().length).toBe(1)

  await runMany(200)
  await settle()
  const frame = await page.context().newCDPSession(page.frames()[1]!)
  const early = await readHeld(page, session, frame)
  await runMany(800)
  await settle()
  const late = await readHeld(page, session, frame)

  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ early, late }) })
  expect(late.heap - early.heap).toBeLessThan(NOISE_BYTES)
  expect(late.frameHeap - early.frameHeap).toBeLessThan(NOISE_BYTES)
  expect({ ...late, heap: 0, frameHeap: 0 }).toEqual({ ...early, heap: 0, frameHeap: 0 })
})
