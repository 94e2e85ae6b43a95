// The one runner of a reference page: every example starts on fresh sample data.
import { catalogUrl } from '../catalog/manifest.generated.ts'
import { createRunner, type RunEvent, type RunHandle, type Runner } from '../run/runner.ts'
import { frameUrl, wasmUrl } from '../sandbox/assets.generated.ts'

let runner: Runner | undefined

/** Starts a script of the site on Demo. */
export function startDemo(source: string, onEvent: (event: RunEvent) => void): RunHandle {
  runner ??= createRunner({ frameUrl, wasmUrl, catalogUrl, live: null })
  return runner.start({ source, mode: 'demo', origin: 'site', demoState: 'fresh', onEvent })
}
