// The runner of a page: starts scripts in the sandbox and answers their calls, on Demo or Live.
import { type LiveApi } from './live.ts'
import { type Runner } from './run-events.ts'

export type { CallRecord, RunEvent, RunHandle, Runner, RunRequest } from './run-events.ts'

export interface RunnerOptions {
  /** Address of the sandbox document and of Lua's WebAssembly, as src/sandbox/assets.generated.ts has them. */
  frameUrl: string
  wasmUrl: string
  /** Address of the catalog index, as src/catalog/manifest.generated.ts has it. */
  catalogUrl: string
  /** The server's API; null where the site is served without one, and every Live run is refused. */
  live: LiveApi | null
}

export declare function createRunner(options: RunnerOptions): Runner
