// Runs one script for the command: the same runtime and the same hosts as the playground has.
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type RunLimits, type RunResult } from '../../contract/run.ts'
import { createInputs } from '../../lua/gather.ts'
import { loadRuntime } from '../../lua/runtime.ts'
import { createCallLog } from '../../run/call-log.ts'
import { createHost } from '../../run/host.ts'
import { type CallRecord } from '../../run/run-events.ts'
import { type Assets } from './assets.ts'
import { type CommandCaller } from './callers.ts'

export interface ScriptRun {
  result: RunResult
  output: string
  /** The last state of each call, in order. */
  calls: CallRecord[]
  ms: number
}

export interface ScriptOptions {
  assets: Assets
  source: string
  caller: CommandCaller
  /** What the command sets itself, over the limits of the caller. */
  limits: Partial<RunLimits>
  /** False for a script of MCP servers only: then `app.integrations` is empty. */
  integrations: boolean
  /** Takes what the script prints, as it comes. */
  print(text: string): void
}

export async function runScript(options: ScriptOptions): Promise<ScriptRun> {
  const { assets, source, caller, print } = options
  const none: CatalogIndex = { version: assets.catalog.index.version, integrations: [] }
  const index = options.integrations ? assets.catalog.index : none
  const limits = { ...(await caller.readLimits()), ...options.limits }
  const calls: CallRecord[] = []
  const log = createCallLog(index, (record) => (calls[record.number - 1] = record), Date.now)
  const host = createHost({ caller: caller.call, docs: assets.docs, log, callsPerRun: limits.callsPerRun })
  const startedAt = performance.now()
  let output = ''
  const runtime = await loadRuntime(assets.wasm)
  const result = await runtime.run(createInputs(source, { index, limits }), host, (text) => {
    output += text
    print(text)
  })
  log.cancel()
  caller.finish()
  return { result, output, calls, ms: performance.now() - startedAt }
}
