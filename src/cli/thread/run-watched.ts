// Runs a script in a thread under the watchdog of the page: a script that outlasts its limits is ended from outside.
import { type Host } from '../../contract/host.ts'
import { createProblem, type RunProblem, type RunResult } from '../../contract/run.ts'
import { type ScriptInputs } from '../../lua/session.ts'
import { createTimeProblem, failRun } from '../../run/problem.ts'
import { createWatchdog } from '../../run/watchdog.ts'
import { type ScriptThread } from './start-thread.ts'

export interface WatchedRun {
  thread: ScriptThread
  inputs: ScriptInputs
  /** Answers what the script asks; not listened to any more when the run has ended. */
  host: Host
  /** Takes what the script prints, as it comes. */
  print(text: string): void
  /** Ends the run when it is aborted. */
  signal: AbortSignal
}

/** The thread is ended with the run. Never rejects. */
export async function runWatched({ thread, inputs, host, print, signal }: WatchedRun): Promise<RunResult> {
  const ended = Promise.withResolvers<RunResult>()
  const watchdog = createWatchdog(inputs.limits, (limit) => {
    end(createTimeProblem(limit, inputs.limits))
  })
  let isOver = false

  function end(problem: RunProblem): void {
    ended.resolve(failRun(problem, watchdog.readCpu()))
  }
  function stop(): void {
    end(createProblem('stopped', 'Stopped.'))
  }
  const watchedHost: Host = async (operation, payload) => {
    watchdog.wait()
    const reply = await host(operation, payload)
    watchdog.compute()
    return reply
  }
  async function run(): Promise<RunResult> {
    await thread.ready
    watchdog.compute()
    return thread.run(inputs, watchedHost, (text) => {
      if (!isOver) print(text)
    })
  }

  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  const result = await Promise.race([ended.promise, run()])
  isOver = true
  signal.removeEventListener('abort', stop)
  watchdog.end()
  thread.end()
  return result
}
