// What the guides say of Lua is so: every block prints what stands below it, and the places of calls are those of the tests.
import { expect, test } from 'vitest'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { Call } from '../../src/contract/call.ts'
import { type Host } from '../../src/contract/host.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { DEMO_CLOCK } from '../../src/demo/vendor.ts'
import { callContexts } from '../../src/lua/call-contexts.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { createDemo } from '../../src/run/demo.ts'
import { catalog } from '../examples/run-example.ts'
import { GUIDES, readBlocks, readGuide } from './guide-blocks.ts'

const runtime = await loadRuntime(await loadWasm())

/** Runs a block on fresh sample data. */
async function run(source: string): Promise<string> {
  const demo = createDemo(catalog, demoVendors)
  const host: Host = async (_operation, payload) => {
    const outcome = await demo.call(Call.parse(JSON.parse(payload)))
    return outcome.ok ? { ok: true, text: outcome.value } : outcome
  }
  const inputs = createInputs(source, { index: catalog.index, clock: DEMO_CLOCK, seed: 1 })
  const { output, result } = await gatherRun(runtime, inputs, host)
  return result.ok ? output : output + result.problem.message
}

test.each(GUIDES.flatMap(readBlocks))('$guide: $source', async ({ source, output }) => {
  expect(output).not.toBe('')
  expect(await run(source)).toBe(output)
})

test('the guides that are checked have blocks', () => {
  expect(readBlocks('values').length).toBeGreaterThan(10)
  expect(readBlocks('host-calls').length).toBeGreaterThan(3)
})

const UNDER = 'a metamethod under '
const isUnder = (name: string) => name.startsWith(UNDER)

test('the guide names every place from which a call is tested, and no other', () => {
  const section = /\n## Every place\n(.*?)\n## /s.exec(readGuide('host-calls'))![1]!
  const named = Array.from(section.matchAll(/^\| [^|]+ \| (.*?) *\|$/gm), ([, cell]) => cell!)
    .slice(2)
    .flatMap((cell) => cell.replaceAll('`', '').split('; '))
  const calling = callContexts.filter(({ script }) => /\b(ask|broken)\b/.test(script)).map(({ name }) => name)
  const [remaining, tested] = [calling.filter(isUnder), calling.filter((name) => !isUnder(name))]
  expect(named.sort()).toEqual(tested.sort())
  for (const name of remaining) expect(readGuide('host-calls')).toContain(name.slice(UNDER.length))
})
