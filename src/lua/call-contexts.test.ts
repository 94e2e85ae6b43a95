import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { callContexts } from './call-contexts.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())

const HEAD = `local probe = app.integrations.probe
function ask() return probe.value() end
function broken() return probe.fail() end
`

const host: Host = async (_operation, payload) => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  const call = JSON.parse(payload) as { function: string }
  return call.function === 'fail'
    ? { ok: false, error: callError('not_found', 'nothing there') }
    : { ok: true, text: '"R"' }
}

test.each(callContexts)('a call from $name', async ({ script, expected }) => {
  const { result } = await gatherRun(runtime, createInputs(HEAD + script, { index: sampleIndex }), host)
  expect(result.ok ? result.values[0]?.text : result.problem.message).toBe(expected)
})

test('the suite covers all contexts that were measured', () => {
  expect(callContexts.length).toBeGreaterThanOrEqual(39)
})
