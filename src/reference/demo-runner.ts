// The one runner of a reference page: every example starts on fresh sample data.
import { catalogUrl } from '../catalog/manifest.generated.ts'
import { createRunner, type RunEvent, type RunHandle, type Runner } from '../run/runner.ts'

let runner: Runner | undefined

function openRunner(): Runner {
  runner ??= createRunner({ catalogUrl, live: null })
  return runner
}

/** Prepares the sandbox, so that a first run need not wait for it. */
export function warmUp(): void {
  openRunner().warm()
}

/** Starts a script of the site on Demo. */
export function startDemo(source: string, onEvent: (event: RunEvent) => void): RunHandle {
  return openRunner().start({ source, mode: 'demo', origin: 'site', demoState: 'fresh', onEvent })
}
