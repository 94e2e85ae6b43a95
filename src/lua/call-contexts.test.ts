import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { callContexts, readSource } from './call-contexts.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { createSampleHost } from './sample-host.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const host = createSampleHost()

test.each(callContexts)('a call from $name', async (context) => {
  const { expected } = context
  const { result } = await gatherRun(runtime, createInputs(readSource(context), { index: sampleIndex }), host)
  expect(result.ok ? result.values[0]?.text : result.problem.message).toBe(expected)
})

test('the suite covers all contexts that were measured', () => {
  expect(callContexts.length).toBeGreaterThanOrEqual(39)
})
