// Runs a small script as the page does on Demo: all integrations, the site's own Markdown, clock and seed pinned.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCatalog, ROOT } from '../../src/catalog/load.ts'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { demoVendors } from '../../src/demo/registry.generated.ts'
import { DEMO_CLOCK } from '../../src/demo/vendor.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { createCallLog } from '../../src/run/call-log.ts'
import { createDemo } from '../../src/run/demo.ts'
import { createDocs } from '../../src/run/docs.ts'
import { createHost } from '../../src/run/host.ts'

const { index, integrations } = loadCatalog()
const runtime = await loadRuntime(await loadWasm())
const docs = createDocs(index, (path) => readFile(join(ROOT, 'dist', path), 'utf8'))

/** What the script prints, and the line `error: …` where it fails. */
export async function runCase(source: string): Promise<string> {
  const demo = createDemo({ index, integrations }, demoVendors)
  const log = createCallLog(
    index,
    () => undefined,
    () => 0,
  )
  const host = createHost({ caller: (call) => demo.call(call), docs, log, callsPerRun: LIMITS.callsPerRun })
  const inputs = createInputs(source, { index, clock: DEMO_CLOCK, seed: 1 })
  const { output, result } = await gatherRun(runtime, inputs, host)
  return result.ok ? output : `${output}error: ${result.problem.message}\n`
}
