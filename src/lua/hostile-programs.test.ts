import { expect, test } from 'vitest'
import { startThreadClock } from '../../e2e/setup/thread-clock.ts'
import { loadWasm } from '../cli/load-wasm.ts'
import { LIMITS } from '../contract/limits.ts'
import { createInputs, gatherRun } from './gather.ts'
import { honestProgram, hostilePrograms, unstoppablePrograms } from './hostile-programs.ts'
import { loadRuntime } from './runtime.ts'
import { createSampleHost } from './sample-host.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const host = createSampleHost()
const limits = { ...LIMITS, memoryBytes: 8 << 20, outputBytes: 1 << 16 }
/** The most that may be computed until what met a limit has ended; minutes or never is what a broken limit takes. */
const ENDS_WITHIN_MS = 5_000

/** @param cpuMs - short for what must be caught by it; long for what ends of its own accord */
async function end(script: string, cpuMs: number): Promise<string> {
  const { result } = await gatherRun(
    runtime,
    createInputs(script, { index: sampleIndex, limits: { ...limits, cpuMs } }),
    host,
  )
  if (result.ok) return 'well'
  return result.problem.kind === 'limit' ? result.problem.error!.code : result.problem.message
}

test.each(hostilePrograms)('$name', async ({ script, end: expected }) => {
  // Time of this thread alone: other work on the machine must not count.
  const readClock = startThreadClock()
  const ended = await end(`leak = 1 ${script}`, expected === 'cpu_limit' ? 150 : 30_000)
  const computedMs = readClock()
  if (expected === 'well' || expected.endsWith('_limit')) expect(ended).toBe(expected)
  else expect(ended).toContain(expected)
  expect(computedMs).toBeLessThan(ENDS_WITHIN_MS)
  expect(runtime.dead).toBe(false)
  const { result } = await gatherRun(runtime, createInputs(honestProgram.script, { index: sampleIndex }), host)
  expect(result.ok && result.values.map(({ text }) => text)).toEqual(honestProgram.values)
})

test('the programs that only a watchdog can end are Lua', () => {
  for (const { script } of unstoppablePrograms) expect(runtime.check(script)).toBeNull()
})

test('there are at least sixty programs, no two of a name', () => {
  expect(hostilePrograms.length).toBeGreaterThanOrEqual(60)
  expect(new Set(hostilePrograms.map(({ name }) => name)).size).toBe(hostilePrograms.length)
})
