import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { escapeAttempts } from './escape-attempts.ts'
import { HONEST } from './escapes/honest.ts'
import { runAttempt } from './escapes/run-attempt.ts'
import { loadRuntime } from './runtime.ts'

const wasm = await loadWasm()
const runtime = await loadRuntime(wasm)
/** What the honest script comes to where nobody ran before it. */
const honest = await runAttempt(HONEST, await loadRuntime(wasm))
const prototypes = listPrototypes()

function listPrototypes() {
  return [Object, Array, String, Function, Promise].map((type) => Reflect.ownKeys(type.prototype))
}

test('the honest script does use every feature', () => {
  expect(honest.ends).not.toContain('failed')
  expect(honest.ends.length).toBeGreaterThan(1100)
  expect(honest.calls).toEqual(['echo'])
})

test.each(escapeAttempts)('$name', async ({ script, ends, prints, calls }) => {
  const came = await runAttempt(script, runtime)
  expect({ ends: came.ends, prints: came.prints, calls: calls && came.calls }).toEqual({ ends, prints, calls })
  expect(runtime.dead).toBe(false)
  expect(listPrototypes()).toEqual(prototypes)
  // To the byte: whatever one run left to the next would be counted.
  expect(await runAttempt(HONEST, runtime)).toEqual(honest)
})

test('there are far more than sixty attempts, no two of a name', () => {
  expect(escapeAttempts.length).toBeGreaterThanOrEqual(120)
  expect(new Set(escapeAttempts.map(({ name }) => name)).size).toBe(escapeAttempts.length)
})
