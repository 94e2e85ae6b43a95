import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const wasm = await loadWasm()
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

test('runtimes load side by side and leave WebAssembly as they found it', async () => {
  const before = { ...globalThis, instantiate: WebAssembly.instantiate, streaming: WebAssembly.instantiateStreaming }
  const runtimes = await Promise.all([loadRuntime(wasm), loadRuntime(wasm)])
  for (const runtime of runtimes) {
    const { result } = await gatherRun(runtime, createInputs('return 6 * 7'), host)
    expect(result).toMatchObject({ ok: true, values: [{ text: '42', json: '42' }] })
  }
  expect(WebAssembly.instantiate).toBe(before.instantiate)
  expect(WebAssembly.instantiateStreaming).toBe(before.streaming)
  expect(globalThis.fetch).toBe(before.fetch)
})

test('a result carries each value as text and as JSON, and what the run cost', async () => {
  const { result } = await gatherRun(await loadRuntime(wasm), createInputs('return nil, "a", { 1 }, print'), host)
  expect(result).toMatchObject({
    ok: true,
    values: [
      { text: 'nil', json: 'null' },
      { text: 'a', json: '"a"' },
      { text: '[\n  1\n]', json: '[1]' },
      { text: '<function>', json: null },
    ],
  })
  expect(result.memoryBytes).toBeGreaterThan(20_000)
  expect(result.cpuMs).toBeGreaterThan(0)
})

test('after a crash the runtime is dead and says so', async () => {
  const runtime = await loadRuntime(wasm)
  const broken = () => {
    throw new Error('the output is gone')
  }
  const crashed = await runtime.run(createInputs('print(1)'), host, broken)
  expect(crashed).toMatchObject({ ok: false, problem: { kind: 'crashed', error: { code: 'internal' } } })
  expect(runtime.dead).toBe(true)
  const { result } = await gatherRun(runtime, createInputs('return 1'), host)
  expect(result).toMatchObject({ ok: false, problem: { kind: 'crashed' } })
  expect(runtime.check('return 1')).toMatchObject({ kind: 'crashed' })
})
