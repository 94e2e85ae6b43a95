import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { LIMITS } from '../contract/limits.ts'
import { createInputs } from './gather.ts'
import { loadModule } from './load-module.ts'
import { createMachine } from './machine.ts'
import { runScript } from './run.ts'
import { createSampleHost } from './sample-host.ts'
import { sampleIndex } from './sample-index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Half a kilobyte for each of the 800 runs would be more. */
const NOISE_BYTES = 400_000

/** Each way for a run to end, with output and calls on the way. */
const SCRIPTS = [
  'for i = 1, 50 do print(i) end local t = {} for i = 1, 2000 do t[i] = { i } end return app.integrations.probe.echo{ first = ("x"):rep(10000) }',
  'local t = {} for i = 1, 2000 do t[i] = { i } end pcall(app.integrations.probe.fail) error(t)',
  'local t = {} for i = 1, 1e9 do t[i] = { i } end',
  'local co = coroutine.wrap(function() local c <close> = setmetatable({}, { __close = print }) error("in") end) co()',
  'local x = = 1',
]

test('a thousand runs leave no memory behind, in Lua and around it, and each takes what the first took', async () => {
  const machine = createMachine(await loadModule(await loadWasm()))
  const host = createSampleHost()
  const limits = { ...LIMITS, memoryBytes: 2 << 20 }
  const peaks = SCRIPTS.map(() => new Set<number>())
  async function runMany(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const at = i % SCRIPTS.length
      const inputs = createInputs(SCRIPTS[at]!, { index: sampleIndex, limits, seed: 1, clock: 0 })
      const { memoryBytes } = await runScript(machine, inputs, host, () => undefined)
      peaks[at]!.add(memoryBytes)
    }
  }
  function readHeld() {
    collectGarbage()
    return { lua: machine.lua.HEAPU8.length, heap: process.memoryUsage().heapUsed }
  }

  await runMany(200)
  const early = readHeld()
  await runMany(800)
  const late = readHeld()
  expect(late.lua).toBe(early.lua)
  expect(late.heap - early.heap).toBeLessThan(NOISE_BYTES)
  expect(peaks.map(({ size }) => size)).toEqual(SCRIPTS.map(() => 1))
})
