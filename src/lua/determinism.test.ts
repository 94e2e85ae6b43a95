import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadModule } from './load-module.ts'
import { createMachine } from './machine.ts'
import { runScript } from './run.ts'
import { loadRuntime } from './runtime.ts'
import { SEEDED_SCRIPT } from './seeded-script.ts'

const wasm = await loadWasm()
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })
const pinned = { clock: Date.UTC(2024, 1, 29, 12, 30, 5), seed: 42 }

test('a pinned run says the same in any state of any module', async () => {
  const first = await loadRuntime(wasm)
  const { output } = await gatherRun(first, createInputs(SEEDED_SCRIPT, pinned), host)
  expect(output.length).toBeGreaterThan(2000)
  await gatherRun(first, createInputs('junk = ("x"):rep(1e6) error("no")'), host)
  first.check('return 1')
  const again = await gatherRun(first, createInputs(SEEDED_SCRIPT, pinned), host)
  const elsewhere = await gatherRun(await loadRuntime(wasm), createInputs(SEEDED_SCRIPT, pinned), host)
  expect(again.output).toBe(output)
  expect(elsewhere.output).toBe(output)
})

test('a pinned run says the same from whatever path the command was started', async () => {
  const outputs = new Set<string>()
  const [, path] = process.argv
  for (const name of ['/a', `/${'long/'.repeat(40)}name`]) {
    process.argv[1] = name
    const runtime = await loadRuntime(wasm).finally(() => (process.argv[1] = path!))
    outputs.add((await gatherRun(runtime, createInputs(SEEDED_SCRIPT, pinned), host)).output)
  }
  expect(outputs.size).toBe(1)
})

test('another seed gives other numbers and another order of pairs', async () => {
  const runtime = await loadRuntime(wasm)
  const orders = new Set<string>()
  const numbers = new Set<string>()
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const { output } = await gatherRun(runtime, createInputs(SEEDED_SCRIPT, { ...pinned, seed }), host)
    const [order, number] = output.split('\n')
    orders.add(order!)
    numbers.add(number!)
  }
  expect(orders.size).toBeGreaterThan(1)
  expect(numbers.size).toBe(8)
})

test('the order of pairs does not depend on where the state lies in memory', async () => {
  const machine = createMachine(await loadModule(wasm))
  const outputs = new Set<string>()
  for (let i = 0; i < 6; i++) {
    let output = ''
    await runScript(machine, createInputs(SEEDED_SCRIPT, pinned), host, (text) => {
      output += text
    })
    outputs.add(output)
    for (const bytes of [600, 900, 1000, 1100, 1200, 1500]) machine.lua._malloc(bytes)
  }
  expect(outputs.size).toBe(1)
})

test('the clock of a script is pinned, in UTC, and moves on as it is read', async () => {
  const runtime = await loadRuntime(wasm)
  const source = `
    print(os.time(), os.date('%Y-%m-%d %H'), os.date('!%Y', 0), os.date('%j', 86400 * 31))
    print(os.time({ year = 2024, month = 2, day = 29, hour = 12, min = 30, sec = 5 }), os.time({ year = 1970, month = 14, day = 1 }))
    local normal = { year = 2023, month = 14, day = 30, hour = 0 }
    os.time(normal)
    print(normal.year, normal.month, normal.day, normal.yday)
    local start = os.clock()
    while os.clock() - start < 1 do end
    return 'waited'`
  const { output, result } = await gatherRun(runtime, createInputs(source, pinned), host)
  expect(output).toBe('1709209805\t2024-02-29 12\t1970\t032\n1709209805\t34257600\n2024\t3\t1\t61\n')
  expect(result).toMatchObject({ ok: true, values: [{ text: 'waited' }] })
})

test('the real clock is the real one', async () => {
  const runtime = await loadRuntime(wasm)
  const { result } = await gatherRun(runtime, createInputs('return os.time()'), host)
  const seconds = result.ok ? Number(result.values[0]?.text) : 0
  expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(5)
})
