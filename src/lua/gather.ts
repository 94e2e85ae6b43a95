// Runs a script with the inputs that most callers want, and gathers what it prints into one text.
import { type Host } from '../contract/host.ts'
import { LIMITS } from '../contract/limits.ts'
import { type RunInputs, type RunResult } from '../contract/run.ts'
import { type LuaRuntime } from './runtime.ts'
import { type ScriptInputs } from './session.ts'

/** Inputs for a source: the usual limits, the real clock, a random seed and no integrations, unless given. */
export function createInputs<Source extends string | Uint8Array>(
  source: Source,
  given: Partial<RunInputs> = {},
): Omit<RunInputs, 'source'> & { source: Source } {
  return { index: { version: '', integrations: [] }, clock: null, seed: null, limits: LIMITS, ...given, source }
}

/** Runs a script to its end. `output` is all that it printed. */
export async function gatherRun(
  runtime: LuaRuntime,
  inputs: ScriptInputs,
  host: Host,
): Promise<{ output: string; result: RunResult }> {
  let output = ''
  const result = await runtime.run(inputs, host, (text) => {
    output += text
  })
  return { output, result }
}
