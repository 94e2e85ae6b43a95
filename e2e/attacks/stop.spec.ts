// A script that does not end by itself is ended: by Stop, or by the watchdog where Lua's own limit cannot.
import { expect, test } from './fixtures.ts'
import { type Harness } from './harness.ts'

declare const harness: Harness

test('Stop ends an endless loop within a second, and the next run works', async ({ page }) => {
  const times: number[] = []
  // The best of three: other work on the machine must not count.
  for (let tries = 0; tries < 3; tries++) {
    const stopped = await page.evaluate(() => harness.run('print("begun") while true do end', 300))
    expect(stopped.output).toBe('begun\n')
    expect(stopped.result).toMatchObject({ ok: false, problem: { kind: 'stopped' } })
    times.push(stopped.stopMs)
  }
  expect(Math.min(...times)).toBeLessThan(1_000)

  const next = await page.evaluate(() => harness.run('print(1 + 1)'))
  expect(next.output).toBe('2\n')
  expect(next.result.ok).toBe(true)
  // The loop is heard no more from the moment of Stop; Chromium lets its thread run on for up to two seconds.
  await expect.poll(() => page.workers().length).toBe(1)
})

const UNSTOPPABLE = {
  'a loop that catches its own limit': 'while true do pcall(function() while true do end end) end',
  'a pattern that never finishes matching': "string.find(('a'):rep(30000), ('a*'):rep(12) .. 'b')",
}

for (const [name, source] of Object.entries(UNSTOPPABLE)) {
  test(`the watchdog ends ${name}`, async ({ page }) => {
    const ended = await page.evaluate((text) => harness.run(text, undefined, { cpuMs: 500 }), source)
    expect(ended.result).toMatchObject({ ok: false, problem: { kind: 'limit', error: { code: 'cpu_limit' } } })
    // Without the watchdog it would be minutes.
    expect(ended.ms).toBeLessThan(20_000)
    await expect.poll(() => page.workers().length).toBe(1)
    expect((await page.evaluate(() => harness.run('print("ok")'))).output).toBe('ok\n')
  })
}

test('memory that grows without end is a limit of the script, and the next run works', async ({ page }) => {
  const source = "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end"
  const ended = await page.evaluate((text) => harness.run(text, undefined, { memoryBytes: 16 << 20 }), source)
  expect(ended.result).toMatchObject({ ok: false, problem: { kind: 'limit', error: { code: 'memory_limit' } } })
  expect((await page.evaluate(() => harness.run('print("ok")'))).output).toBe('ok\n')
})
