// The runner of a page: starts scripts in the sandbox and answers their calls, on Demo or Live.
import { demoVendors } from '../demo/registry.generated.ts'
import { frameUrl, wasmUrl } from '../sandbox/assets.generated.ts'
import { createCatalogSource } from './catalog.ts'
import { createDemoCalls, findTabStorage } from './demo-calls.ts'
import { type LiveApi } from './live.ts'
import { type Runner } from './run-events.ts'
import { createSandbox } from './sandbox-client.ts'
import { openFrame } from './sandbox-frame.ts'
import { PAGE_LIMITS } from './page-limits.ts'
import { readSiteFile } from './site-file.ts'
import { startRun } from './start-run.ts'

export type { CallRecord, RunEvent, RunHandle, Runner, RunRequest } from './run-events.ts'

export interface RunnerOptions {
  /** Address of the catalog index, as src/catalog/manifest.generated.ts has it. */
  catalogUrl: string
  /** The server's API; null where the site is served without one, and every Live run is refused. */
  live: LiveApi | null
  /** Address of the sandbox document and of Lua's WebAssembly, where they are not those of this build. */
  frameUrl?: string
  wasmUrl?: string
}

/** Creates the runner of a page. Nothing is loaded before the first `warm`, `start` or `check`. */
export function createRunner(options: RunnerOptions): Runner {
  const urls = { frameUrl, wasmUrl, ...options }
  const sandbox = createSandbox(() => openFrame(urls.frameUrl, urls.wasmUrl))
  const catalog = createCatalogSource(options.catalogUrl)
  const demo = createDemoCalls(catalog, demoVendors, findTabStorage(), PAGE_LIMITS)
  const parts = { sandbox, catalog, demo: demo.caller, live: options.live, readPage: readSiteFile, limits: PAGE_LIMITS }
  return {
    warm() {
      sandbox.warm()
      // A failure comes again, and is reported, with the run.
      void catalog.readIndex().catch(() => undefined)
    },
    start: (request) => startRun(parts, request),
    check: sandbox.check,
    reset: demo.reset,
    close: () => sandbox.close(),
  }
}
