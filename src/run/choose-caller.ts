// Demo or Live: who answers the calls of a run, chosen before it starts and never changed.
import { type ApprovalDecision, type ApprovalRequest } from '../contract/call.ts'
import { type CatalogIndex } from '../contract/catalog.ts'
import { callError } from '../contract/errors.ts'
import { createProblem, type RunProblem } from '../contract/run.ts'
import { type Caller } from './host.ts'
import { type LiveApi } from './live.ts'
import { createLiveCaller, type LiveCaller } from './live-caller.ts'
import { type RunRequest } from './run-events.ts'

export interface CallerParts {
  /** Makes the caller of a Demo run; `kept` goes on with the data of this tab. */
  demo(state: 'kept' | 'fresh'): Caller
  live: LiveApi | null
}

export interface CallerNeeds {
  index: CatalogIndex
  signal: AbortSignal
  ask(number: number, approval: ApprovalRequest): Promise<ApprovalDecision>
}

/** Why this run may not start in its mode; undefined when it may. Nothing falls back to Demo. */
export function refuseMode({ live }: CallerParts, { mode, origin }: RunRequest): RunProblem | undefined {
  if (mode === 'demo') return undefined
  if (origin === 'link') {
    const hint = 'Look at what it would do, then take it over.'
    return refuse(
      callError('denied', 'A script that came by a link does not run Live before you took it over.', { hint }),
    )
  }
  if (live) return undefined
  return refuse(callError('offline', 'This site has no server, so nothing can run Live.', { hint: 'Run on Demo.' }))
}

/** Only for a run that {@link refuseMode} let pass. */
export function chooseCaller({ demo, live }: CallerParts, request: RunRequest, needs: CallerNeeds): LiveCaller {
  const { mode, origin, source, demoState = 'fresh', accounts = {} } = request
  if (mode === 'demo' || !live || origin === 'link') return { call: demo(demoState), finish: () => undefined }
  return createLiveCaller({ api: live, source, origin, accounts, catalog: needs.index.version, ...needs })
}

function refuse(error: RunProblem['error'] & object): RunProblem {
  return createProblem('stopped', error.message, error)
}
