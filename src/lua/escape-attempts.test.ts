import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { LIMITS } from '../contract/limits.ts'
import { escapeAttempts } from './escape-attempts.ts'
import { HONEST } from './escapes/honest.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime, type LuaRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const wasm = await loadWasm()
const runtime = await loadRuntime(wasm)

/** Runs a script with pinned clock and seed. */
async function run(script: string, on: LuaRuntime = runtime) {
  const calls: string[] = []
  const host: Host = (operation, payload) => {
    if (operation === 'call') calls.push((JSON.parse(payload) as { function: string }).function)
    return Promise.resolve({ ok: true, text: payload })
  }
  const limits = { ...LIMITS, callsPerRun: 1000 }
  const inputs = createInputs(script, { index: sampleIndex, clock: 0, seed: 1, limits })
  const { output, result } = await gatherRun(on, inputs, host)
  const ends = result.ok ? result.values.map(({ text }) => text).join(' ') : `failed: ${result.problem.message}`
  return { ends, prints: output, calls, memoryBytes: result.memoryBytes }
}

/** What the honest script comes to where nobody ran before it. */
const honest = await run(HONEST, await loadRuntime(wasm))
const prototypes = [Object, Array, String, Function, Promise].map((type) => Reflect.ownKeys(type.prototype))

test('the honest script does use every feature', () => {
  expect(honest.ends).not.toContain('failed')
  expect(honest.ends.length).toBeGreaterThan(1100)
  expect(honest.calls).toEqual(['echo'])
})

test.each(escapeAttempts)('$name', async ({ script, ends, prints, calls }) => {
  const came = await run(script)
  expect({ ends: came.ends, prints: came.prints, calls: calls && came.calls }).toEqual({ ends, prints, calls })
  expect(runtime.dead).toBe(false)
  expect([Object, Array, String, Function, Promise].map((type) => Reflect.ownKeys(type.prototype))).toEqual(prototypes)
  // To the byte: whatever one run left to the next would be counted.
  expect(await run(HONEST)).toEqual(honest)
})

test('there are far more than sixty attempts, no two of a name', () => {
  expect(escapeAttempts.length).toBeGreaterThanOrEqual(120)
  expect(new Set(escapeAttempts.map(({ name }) => name)).size).toBe(escapeAttempts.length)
})
