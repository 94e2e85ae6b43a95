// Every hostile program through the product's own frame and worker: it ends as the table says, and the next run is right.
import { hostilePrograms, honestProgram, unstoppablePrograms } from '../../src/lua/hostile-programs.ts'
import { type RunResult } from '../../src/contract/run.ts'
import { expect, test } from './fixtures.ts'
import { type Harness } from './harness.ts'

declare const harness: Harness

const LIMITS = { memoryBytes: 8 << 20, outputBytes: 1 << 16, cpuMs: 150 }
/** For what ends of its own accord, also on a machine that does ten other things. */
const PATIENT = { ...LIMITS, cpuMs: 10_000 }
const honest = { source: honestProgram.script }

function nameEnd(result: RunResult): string {
  if (result.ok) return 'well'
  return result.problem.kind === 'limit' ? result.problem.error!.code : result.problem.message
}

function readTexts(result: RunResult): string[] {
  return result.ok ? result.values.map(({ text }) => text) : [result.problem.message]
}

test('each program ends by itself, and an honest run after it is right', async ({ page }) => {
  const runs = hostilePrograms.map(({ script, end }) => ({
    source: `leak = 1 ${script}`,
    limits: end === 'cpu_limit' ? LIMITS : PATIENT,
  }))
  const ends = await page.evaluate(
    async ([all, after]) => {
      const ends = []
      for (const run of all) ends.push([await harness.sample.run(run), await harness.sample.run(after)] as const)
      return ends
    },
    [runs, honest] as const,
  )
  const shown = ends.map(([{ result }], at) => {
    const { name, end } = hostilePrograms[at]!
    const ended = nameEnd(result)
    return [name, !end.endsWith('_limit') && end !== 'well' && ended.includes(end) ? end : ended]
  })
  expect(shown).toEqual(hostilePrograms.map(({ name, end }) => [name, end]))
  for (const [, { result }] of ends) expect(readTexts(result)).toEqual(honestProgram.values)
})

test('what no limit of Lua reaches is ended by the watchdog, all at once, and a run after it is right', async ({
  page,
}) => {
  const runs = unstoppablePrograms.map(({ script }) => ({ source: script, limits: LIMITS }))
  const ends = await page.evaluate(([all, atOnce]) => harness.sample.runAll(all, atOnce), [runs, runs.length] as const)
  expect(ends.map(({ result }) => nameEnd(result))).toEqual(runs.map(() => 'cpu_limit'))
  const after = await page.evaluate((run) => harness.sample.run(run), honest)
  expect(readTexts(after.result)).toEqual(honestProgram.values)
  // Nothing of them goes on: the spare is the only worker left.
  await expect.poll(() => page.workers().length).toBe(1)
})
