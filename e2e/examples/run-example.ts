// Runs an example of the content on Demo, as the page would: same Lua, same catalog, clock and seed pinned.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalog, ROOT } from '../../src/catalog/load.ts'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { Call } from '../../src/contract/call.ts'
import { type Host } from '../../src/contract/host.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { DEMO_CLOCK } from '../../src/demo/vendor.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { type Example, parseExample, type Recording } from '../../src/reference/examples.ts'
import { createDemo } from '../../src/run/demo.ts'

export const catalog = loadCatalog()
const runtime = await loadRuntime(await loadWasm())

export interface ExampleFile extends Example {
  integration: string
  /** Path of the recording. */
  recordingPath: string
}

/** All examples of all integrations, with their recordings. */
export function listExamples(): ExampleFile[] {
  return Object.keys(catalog.integrations).flatMap((integration) => {
    const folder = join(ROOT, 'content/integrations', integration, 'examples')
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.lua')) : []
    return files.sort().map((file) => {
      const recordingPath = join(folder, file.replace(/lua$/, 'json'))
      const recording = existsSync(recordingPath) ? readFileSync(recordingPath, 'utf8') : null
      const name = file.replace(/\.lua$/, '')
      return { ...parseExample(name, readFileSync(join(folder, file), 'utf8'), recording), integration, recordingPath }
    })
  })
}

/**
 * Runs a script on fresh sample data.
 *
 * @param watch sees each call that was answered, and the JSON text of the answer
 * @throws Error with the problem when it does not end well
 */
export async function runExample(source: string, watch?: (call: Call, answer: string) => void): Promise<Recording> {
  const demo = createDemo(catalog, demoVendors)
  const calls: Recording['calls'] = []
  const host: Host = async (operation, payload) => {
    if (operation !== 'call') throw new Error(`an example cannot use ${operation}: its recording would hold the page`)
    const call = Call.parse(JSON.parse(payload))
    const outcome = await demo.call(call)
    const { integration, function: name, account } = call
    const fn = catalog.integrations[integration]!.functions.find((candidate) => candidate.name === name)!
    const requests = outcome.exchanges.map(({ request }) => request)
    if (!requests.length) throw new Error(outcome.ok ? 'a call without a request' : outcome.error.message)
    calls.push({ integration, function: name, account, effect: fn.effect, requests })
    if (outcome.ok) watch?.(call, outcome.value)
    return outcome.ok ? { ok: true, text: outcome.value } : { ok: false, error: outcome.error }
  }
  const inputs = createInputs(source, { index: catalog.index, clock: DEMO_CLOCK, seed: 1 })
  const { output, result } = await gatherRun(runtime, inputs, host)
  if (!result.ok) throw new Error(result.problem.message)
  return { output, calls, values: result.values }
}
