// Runs one script for the command: the runtime, the hosts and the watchdog of the playground, in a thread of its own.
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type RunLimits, type RunResult } from '../../contract/run.ts'
import { type Mode } from '../../contract/script.ts'
import { createInputs } from '../../lua/gather.ts'
import { type ScriptInputs } from '../../lua/session.ts'
import { createCallLog } from '../../run/call-log.ts'
import { createHost } from '../../run/host.ts'
import { chooseClock } from '../../run/run-clock.ts'
import { type CallRecord } from '../../run/run-events.ts'
import { runWatched } from '../thread/run-watched.ts'
import { type ScriptThread } from '../thread/start-thread.ts'
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
  /** Runs this script and ends. */
  thread: ScriptThread
  source: ScriptInputs['source']
  /** Makes the caller of this run; the signal is aborted when the run is over, however it ended. */
  openCaller(signal: AbortSignal): CommandCaller
  /** What the command sets itself, over the limits of the caller. */
  limits: Partial<RunLimits>
  mode: Mode
  /** False for a script of MCP servers only: then `app.integrations` is empty. */
  integrations: boolean
  /** Takes what the script prints, as it comes. */
  print(text: string): void
  /** Told of each change of a call. */
  onCall?(record: CallRecord): void
  /** Ends the run when it is aborted, and what it has under way. */
  signal: AbortSignal
}

export async function runScript(options: ScriptOptions): Promise<ScriptRun> {
  const { assets, thread, source, print, signal, onCall } = options
  const none: CatalogIndex = { version: assets.catalog.index.version, integrations: [] }
  const index = options.integrations ? assets.catalog.index : none
  const calls: CallRecord[] = []
  const over = new AbortController()
  const caller = options.openCaller(AbortSignal.any([signal, over.signal]))
  const [usual, accounts] = await Promise.all([
    caller.readLimits(),
    options.integrations ? caller.readAccounts() : undefined,
  ])
  const limits = { ...usual, ...options.limits }
  const log = createCallLog(
    index,
    (record) => {
      calls[record.number - 1] = record
      onCall?.(record)
    },
    Date.now,
  )
  const host = createHost({ caller: caller.call, docs: assets.docs, log, callsPerRun: limits.callsPerRun })
  const startedAt = performance.now()
  let output = ''
  const result = await runWatched({
    ...{
      thread,
      inputs: createInputs(source, { index, limits, accounts, ...chooseClock(options.mode) }),
      host,
      signal,
    },
    print: (text) => {
      output += text
      print(text)
    },
  })
  log.cancel()
  over.abort()
  caller.finish()
  return { result, output, calls, ms: performance.now() - startedAt }
}
