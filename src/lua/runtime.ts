// The Lua runtime: loads the WebAssembly module once, runs scripts in it one after the other.
import { type Host } from '../contract/host.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'
import { loadModule } from './load-module.ts'
import { createMachine, type Machine } from './machine.ts'
import { parseSource } from './parse.ts'
import { crashProblem, syntaxProblem } from './problems.ts'
import { runScript } from './run.ts'
import { type ScriptInputs } from './session.ts'

export interface LuaRuntime {
  /**
   * Runs a script in a fresh Lua state; one run at a time. Never rejects but for a second run at the same time.
   *
   * @param host - answers what the script asks of the outside
   * @param output - takes what the script prints, as it comes, line breaks included
   */
  run(inputs: ScriptInputs, host: Host, output: (text: string) => void): Promise<RunResult>
  /** Parses a script without running it. The problem is the first that Lua finds, or null. */
  check(source: string): RunProblem | null
  /** True after a crash: the memory of the module may be damaged, so the runtime takes no more runs. */
  readonly dead: boolean
}

/** Loads the runtime from the compiled engine. Works in a worker and in Node. */
export async function loadRuntime(wasm: WebAssembly.Module): Promise<LuaRuntime> {
  const machine = createMachine(await loadModule(wasm))
  let cause: unknown = null
  let dead = false
  let busy = false

  function fail(error: unknown): RunProblem {
    dead = true
    cause = error
    return crashProblem(error)
  }

  return {
    get dead() {
      return dead
    },
    async run(inputs, host, output) {
      if (busy) throw new Error('a run is on already')
      if (dead) return { ok: false, problem: crashProblem(cause), memoryBytes: 0, cpuMs: 0 }
      busy = true
      try {
        return await runScript(machine, inputs, host, output)
      } catch (error) {
        return { ok: false, problem: fail(error), memoryBytes: 0, cpuMs: 0 }
      } finally {
        busy = false
        machine.session = null
      }
    },
    check(source) {
      if (dead) return crashProblem(cause)
      try {
        return checkSource(machine, source)
      } catch (error) {
        return fail(error)
      }
    },
  }
}

function checkSource(machine: Machine, source: string): RunProblem | null {
  const parse = (text: string) => parseSource(machine, text)
  const message = parse(source)
  return message === null ? null : syntaxProblem(message, source, parse)
}
