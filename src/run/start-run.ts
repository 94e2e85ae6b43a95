// Drives one run from its first byte to its result: sandbox, watchdog, calls, questions, end.
import { nanoid } from 'nanoid'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Limits } from '../contract/limits.ts'
import { createProblem, type RunInputs, RunLimits, type RunProblem, type RunResult } from '../contract/run.ts'
import { createCallLog } from './call-log.ts'
import { type CatalogSource } from './catalog.ts'
import { chooseCaller, type CallerParts, refuseMode } from './choose-caller.ts'
import { createDocs } from './docs.ts'
import { createHost, toCallError } from './host.ts'
import { createMessageGuard } from './message-guard.ts'
import { createLimitProblem, createTimeProblem, failRun } from './problem.ts'
import { createQuestions } from './questions.ts'
import { chooseClock } from './run-clock.ts'
import { type RunEvent, type RunHandle, type RunRequest } from './run-events.ts'
import { type RunMessage, type Sandbox, type SandboxRun } from './sandbox-client.ts'
import { createWatchdog } from './watchdog.ts'

export interface RunParts extends CallerParts {
  sandbox: Sandbox
  catalog: CatalogSource
  limits: Limits
  /** Reads a Markdown page of the site by its path. */
  readPage(path: string): Promise<string>
}

export function startRun(parts: RunParts, request: RunRequest): RunHandle {
  const limits = chooseLimits(parts.limits, request)
  const finished = Promise.withResolvers<RunResult>()
  const abort = new AbortController()
  const watchdog = createWatchdog(limits, (limit) => end(createTimeProblem(limit, limits)))
  const questions = createQuestions((number, approval) => emit({ type: 'approval', number, approval }))
  const run = nanoid()
  let sandboxRun: SandboxRun | undefined
  let cancelCalls: (() => void) | undefined
  let ended = false

  function emit(event: RunEvent): void {
    if (!ended) request.onEvent(event)
  }

  function finish(result: RunResult): void {
    if (ended) return
    cancelCalls?.()
    emit({ type: 'done', result })
    ended = true
    watchdog.end()
    sandboxRun?.stop()
    abort.abort()
    questions.cancel()
    finished.resolve(result)
  }

  function end(problem: RunProblem): void {
    finish(failRun(problem, watchdog.readCpu()))
  }

  async function begin(): Promise<void> {
    const refused = refuseMode(parts, request) ?? refuseSource(request.source, limits)
    if (refused) return end(refused)
    parts.catalog.prefetch(request.source)
    parts.sandbox.warm()
    const index = await parts.catalog.readIndex()
    if (!ended) runInSandbox(index)
  }

  function runInSandbox(index: CatalogIndex): void {
    const log = createCallLog(
      index,
      (record) => emit({ type: 'call', record }),
      () => performance.now(),
    )
    cancelCalls = log.cancel
    const caller = chooseCaller(parts, request, { index, signal: abort.signal, ask: questions.ask })
    abort.signal.addEventListener('abort', () => caller.finish())
    const docs = createDocs(index, parts.readPage)
    const host = createHost({ caller: caller.call, docs, log, callsPerRun: limits.callsPerRun })
    const guard = createMessageGuard(limits)

    /** What breaks the rules is not our runtime any more, and may keep its frame too busy for the next run. */
    function distrust(reason: string): void {
      end(createProblem('crashed', reason))
      parts.sandbox.close(reason)
    }

    async function answer({ id, operation, payload }: Extract<RunMessage, { type: 'host' }>): Promise<void> {
      watchdog.wait()
      const reply = await host(operation, payload)
      if (ended) return
      guard.answered()
      watchdog.compute()
      sandboxRun?.reply(id, reply)
    }

    sandboxRun = parts.sandbox.run(
      run,
      { source: request.source, index, ...readClock(request), limits, ...readAccounts(request) },
      {
        onStart() {
          watchdog.compute()
          emit({ type: 'started', run, mode: request.mode })
        },
        onMessage(message) {
          const reason = guard.refuse(message)
          if (reason) return distrust(reason)
          if (message.type === 'output') emit({ type: 'output', text: message.text })
          else if (message.type === 'done') finish(message.result)
          else void answer(message)
        },
        onLost: (reason) => end(createProblem('crashed', reason)),
      },
    )
  }

  begin().catch((error: unknown) => {
    const problem = toCallError(error)
    end(createProblem('crashed', problem.message, problem))
  })

  return {
    stop: () => end(createProblem('stopped', 'Stopped.')),
    decide: questions.decide,
    finished: finished.promise,
  }
}

/** Demo takes any account name, and has none to list. */
function readAccounts({ mode, accountNames }: RunRequest): Pick<RunInputs, 'accounts'> {
  return mode === 'live' && accountNames ? { accounts: accountNames } : {}
}

function readClock({ mode, clock, seed }: RunRequest): Pick<RunInputs, 'clock' | 'seed'> {
  const usual = chooseClock(mode)
  return { clock: clock === undefined ? usual.clock : clock, seed: seed === undefined ? usual.seed : seed }
}

function chooseLimits(limits: Limits, request: RunRequest): RunLimits {
  return RunLimits.parse({ ...limits, ...request.limits })
}

function refuseSource(source: string, limits: RunLimits): RunProblem | undefined {
  const size = new TextEncoder().encode(source).length
  if (size <= limits.sourceBytes) return undefined
  return createLimitProblem('source_too_large', `The script has ${size} bytes; ${limits.sourceBytes} are allowed.`)
}
